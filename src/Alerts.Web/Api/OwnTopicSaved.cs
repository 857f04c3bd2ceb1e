using Alerts.Core.Hits.Trials;
using Alerts.Web.Api.Views;

namespace Alerts.Web.Api;

/// <param name="Trial">What the new version would have caught; absent where the text was the same.</param>
public sealed record OwnTopicSaved(OwnTopicView Topic, TopicTrial? Trial);

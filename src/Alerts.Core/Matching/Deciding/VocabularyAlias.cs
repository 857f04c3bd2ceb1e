using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Deciding;

internal readonly record struct VocabularyAlias(int Entry, ConceptAlias Alias);

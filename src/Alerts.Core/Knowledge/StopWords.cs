using System.Collections.Frozen;

namespace Alerts.Core.Knowledge;

/// <summary>The commonest words of the languages written with an alphabet: they tell the language, and can be no one's alias.</summary>
public static class StopWords
{
    private static readonly (string Language, string Words)[] s_lists =
    [
        ("en", "the of and to in a is that for it was on with as at by from be this has are an have its were which said after their will not been who but or over more than about into had he she they his her would could where while when during says"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man soll wurde wurden seine ihre gegen"),
        ("fr", "le la les de des du et à en un une est que qui dans pour sur par au aux ce il elle ne pas plus avec son sa ses se sont ont été cette mais comme leur selon dont après entre était ces fait deux avait d'une d'un qu'il"),
        ("es", "el la los las de del y a en un una que por con para se su al es lo como más sus fue ha han este esta entre pero sobre sin también son desde hasta ya según cuando uno dos tras muy había ser está contra después"),
        ("it", "il lo la i gli le di del della dei delle e a in un una che per con non si è da dal dalla al alla sono ha hanno come più anche nel nella sul sulla questo questa suo sua ma dopo stato stata ai degli fino"),
        ("pt", "o a os as de do da dos das e em um uma que por para com não se no na nos nas ao à foi é mais como são sua seu seus pela pelo entre após também já ser até tem sobre quando contra ou foram segundo"),
        ("nl", "de het een en van in is dat op te met voor niet zijn aan er door ook als bij maar om uit werd naar heeft hebben deze dit wordt nog worden over tot meer dan hun zich na was"),
        ("tr", "ve bir bu da de için ile olarak olan daha çok en gibi sonra kadar ne var ise ya tarafından göre ancak"),
        ("id", "dan yang di ke dari untuk dengan ini itu pada adalah dalam akan tidak oleh juga telah sebagai lebih karena atau bisa para"),
        ("pl", "w i z na się nie do że o jest to po jak za od przez dla są oraz ale został została tym tego ich które który już"),
        ("vi", "và của là các có được cho trong một với những đã không này người từ để khi trên đến cũng"),
        ("ru", "и в не на что с по как из у за от о для к его это но до при так или также после был было были их она они он бы же со об году года этом который которые"),
        ("uk", "і в не на що з та як за до від про для його це але при або також після був було були які який року й у"),
        ("bg", "и в на за се от да с са по не като това след че до при към които през който е"),
    ];

    private static readonly FrozenSet<string> s_all = s_lists.SelectMany(list => list.Words.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_all.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Languages and their words, the likelier language first.</summary>
    public static IEnumerable<(string Language, string[] Words)> ByLanguage => s_lists.Select(list => (list.Language, list.Words.Split(' ')));

    public static bool Contains(ReadOnlySpan<char> word) => s_lookup.Contains(word);
}

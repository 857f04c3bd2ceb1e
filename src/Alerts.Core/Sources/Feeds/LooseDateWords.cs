using System.Collections.Frozen;

namespace Alerts.Core.Sources.Feeds;

/// <summary>The words of dates: months and halves of the day in the languages of the feeds that are watched, zones, and what can be passed over.</summary>
internal static class LooseDateWords
{
    /// <summary>Beginnings of month names, lower case. The longest that a word begins with counts.</summary>
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = MonthTable(
        "jan januar january janvier janv enero ene gennaio gen janeiro januari január jän jänner ιαν ιανουαρίου янв января январь січ січня oca ocak sty stycznia stycznia led ledna янв tammi tammikuuta ינואר يناير",
        "feb februar february février févr fév fevrier febrero febbraio fevereiro fev februari február feber φεβ φεβρουαρίου фев февраля февраль лют лютого şub şubat lut lutego úno února helmi helmikuuta פברואר فبراير",
        "mar mär märz march mars marzo março marco maart mrt március märc μαρ μάρ μαώ μαρτίου мар марта март бер березня mart marca bře března maalis maaliskuuta מרץ مارس",
        "apr april avril avr abril abr aprile április ápr απρ απριλίου апр апреля апрель кві квітня nis nisan kwi kwietnia dub dubna huhti huhtikuuta אפריל أبريل",
        "may mai mayo maggio mag maio mei május máj μάι μαι μάϊ μαϊ μαΐου мая май тра травня mayıs maja maj kvě května touko toukokuuta מאי مايو",
        "jun juni june juin junio giugno giu junho június jún ιουν ιούν ιουνίου ιον июн июня июнь чер червня haz haziran cze czerwca čer června červen kesä kesäkuuta יוני يونيو",
        "jul juli july juillet juil julio luglio lug julho július júl ιουλ ιούλ ιουλίου ιολ июл июля июль лип липня tem temmuz lip lipca července červenec čvc heinä heinäkuuta יולי يوليو",
        "aug august août aout agosto ago augustus augusztus αυγ αύγ αυγούστου авг августа август сер серпня ağu ağustos sie sierpnia srp srpna elo elokuuta אוגוסט أغسطس",
        "sep sept september septembre septiembre settembre set setembro szeptember szept σεπ σεπτ σεπτεμβρίου сен сент сентября сентябрь вер вересня eyl eylül wrz września zář září syys syyskuuta ספטמבר سبتمبر",
        "oct okt oktober october octobre octubre ottobre ott outubro out október οκτ οκτωβρίου окт октября октябрь жов жовтня eki ekim paź października říj října loka lokakuuta אוקטובר أكتوبر",
        "nov november novembre noviembre novembro νοέ νοε νοεμβρίου ноя ноября ноябрь лис листопада kas kasım lis listopada marras marraskuuta נובמבר نوفمبر",
        "dec dez december dezember décembre déc diciembre dic dicembre dezembro desember des δεκ δεκεμβρίου дек декабря декабрь гру грудня ara aralık gru grudnia pro prosince joulu joulukuuta דצמבר ديسمبر");

    /// <summary>Weekdays and the small words between the parts of a date.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers = Words(
        "mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday " +
        "mo di mi do fr sa so mon die mit don fre sam son montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag " +
        "lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche " +
        "lun mar mié mie jue vie sáb sab dom lunes martes miércoles miercoles jueves viernes sábado sabado domingo " +
        "gio lunedì martedì mercoledì giovedì venerdì sabato domenica seg ter qua qui sex segunda terça quarta quinta sexta feira " +
        "ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mån tis ons tor tors fre lör sön måndag tisdag onsdag torsdag fredag lördag søndag lørdag " +
        "κυρ δευ τρι τετ πεμ παρ σαβ κυριακή δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο " +
        "пн вт ср чт пт сб вс понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер пʼятниця субота неділя " +
        "pon wt śr czw pt sob nie ndz poniedziałek wtorek środa czwartek piątek sobota niedziela po út st čt pá so ne " +
        "hét hétfő kedd szerda csütörtök péntek szombat vasárnap pzt sal çar per cum cmt paz " +
        "월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일 月 火 水 木 金 土 日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 周一 周二 周三 周四 周五 周六 周日 " +
        "st nd rd th t on of the de del des le la el il em den der um à às a as alle ore kl uhr г год року року o'clock published posted updated date");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Zones = ZoneTable(
        "z:0 ut:0 utc:0 gmt:0 wet:0 west:60 bst:60 ist:330 cet:60 mez:60 met:60 cest:120 mesz:120 mest:120 eet:120 eest:180 msk:180 msd:240 trt:180 sast:120 wat:60 cat:120 eat:180 " +
        "gst:240 pkt:300 npt:345 bdt:360 ict:420 wib:420 hkt:480 sgt:480 pht:480 awst:480 myt:480 cst:-360 kst:540 jst:540 acst:570 acdt:630 aest:600 aedt:660 nzst:720 nzdt:780 " +
        "nst:-210 ndt:-150 ast:-240 adt:-180 at:-240 est:-300 edt:-240 et:-300 cdt:-300 ct:-360 mst:-420 mdt:-360 mt:-420 pst:-480 pdt:-420 pt:-480 akst:-540 akdt:-480 hst:-600 hdt:-540 hast:-600 sst:-660 " +
        "brt:-180 art:-180 clt:-240 cot:-300 pet:-300 vet:-240 " +
        "b:-120 c:-180 d:-240 e:-300 f:-360 g:-420 h:-480 i:-540 k:-600 l:-660 n:60 o:120 q:240 r:300 s:360 u:480 v:540 w:600 x:660 y:720");

    public static int? Month(ReadOnlySpan<char> word) => Months.TryGetValue(word, out var month) ? month : null;

    public static bool IsFiller(ReadOnlySpan<char> word) => Fillers.Contains(word);

    /// <summary>Minutes east of Greenwich.</summary>
    public static int? Zone(ReadOnlySpan<char> word) => Zones.TryGetValue(word, out var minutes) ? minutes : null;

    public static bool? Afternoon(ReadOnlySpan<char> word) => word switch
    {
        "am" or "오전" or "午前" or "上午" or "πμ" or "öö" => false,
        "pm" or "오후" or "午後" or "下午" or "μμ" or "ös" => true,
        _ => null,
    };

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthTable(params string[] names)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 1; month <= names.Length; month++)
        {
            foreach (var name in names[month - 1].Split(' '))
                table.TryAdd(name, month);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ZoneTable(string zones) =>
        zones.Split(' ').Select(zone => zone.Split(':')).ToFrozenDictionary(zone => zone[0], zone => int.Parse(zone[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}

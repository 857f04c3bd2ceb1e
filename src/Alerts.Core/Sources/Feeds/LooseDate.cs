using System.Globalization;
using System.Text;

namespace Alerts.Core.Sources.Feeds;

/// <summary>
/// Reads a date by what its pieces can be rather than by a list of formats: <c>Monday, July 27, 2026 - 15:30</c>,
/// <c>31 Jul, 2026 +0530</c>, <c>2026년 05월 28일 오후 1:31</c>, <c>30.10.26</c>, <c>ven., 03 juil. 2026 15:09 CEST</c>.
/// A clock is told by its colons, a zone stands behind it or is a known name, a month is a word of some language, and what numbers
/// remain are day, month and year in the order that their separators and sizes suggest.
/// </summary>
internal ref struct LooseDate
{
    private const int Unset = int.MinValue;
    private const int LongestDate = 100;

    private ReadOnlySpan<char> _text;
    private int _year = Unset;
    private int _month = Unset;
    private int _day = Unset;
    private int _hour = Unset;
    private int _minute;
    private int _second;
    private long _ticks;
    private int _offset = Unset;
    private int _assumedOffset;
    private bool? _afternoon;
    private bool _monthMayBeWeekday;

    private LooseDate(ReadOnlySpan<char> text) => _text = text;

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset utc)
    {
        utc = default;
        if (text.Length > LongestDate)
            return false;
        // Composed letters, so that "Μάϊ" and "março" are found however they were typed.
        string normalised;
        try
        {
            normalised = text.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        var date = new LooseDate(normalised.Replace("\\n", " ", StringComparison.Ordinal).AsSpan().Trim());
        return date.Read() && date.Compose(out utc);
    }

    private bool Read()
    {
        if (Basic())
            return true;
        while (!_text.IsEmpty)
        {
            var c = _text[0];
            var good = char.IsAsciiDigit(c) ? Number() : char.IsLetter(c) ? Word() : c is '+' or '-' or '−' ? Sign() : Skip();
            if (!good)
                return false;
        }

        return _year != Unset;
    }

    private bool Skip()
    {
        if (_text[0] is not (' ' or '\t' or '\n' or '\r' or ',' or '.' or '(' or ')' or '/' or '|' or '·' or '\'' or '"' or '、' or '，' or '@' or ';' or '–' or '—' or '\u200e' or '\u200f'))
            return false;
        _text = _text[1..];
        return true;
    }

    /// <summary>The all-digit forms of ISO 8601, and those with week or day of the year.</summary>
    private bool Basic()
    {
        var text = _text;
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        if (text is ['-', '-', ..])
            return false;
        if (text is ['-', _, _, _, _] && Int(text[1..], out var short4))
            return Set(Century(short4 / 100), short4 % 100, 1, 5);
        if (text is ['-', _, _, '-', _, _] && Int(text.Slice(1, 2), out var y2) && Int(text[4..], out var m2))
            return Set(Century(y2), m2, 1, 6);
        if (digits == 4 && text.Length == 8 && text[4] == '-' && Int(text[5..], out var ordinal) && ordinal is >= 1 and <= 366)
            return SetOrdinal(Value(text[..4]), ordinal, 8);
        if (digits == 7 && text.Length == 7)
            return SetOrdinal(Value(text[..4]), Value(text[4..]), 7);
        if (digits == 8 && Set(Value(text[..4]), Value(text.Slice(4, 2)), Value(text.Slice(6, 2)), 8))
            return Basic8Clock();
        if (digits == 14 && Set(Value(text[..4]), Value(text.Slice(4, 2)), Value(text.Slice(6, 2)), 14))
        {
            (_hour, _minute, _second) = (Value(text.Slice(8, 2)), Value(text.Slice(10, 2)), Value(text.Slice(12, 2)));
            return _text.IsEmpty;
        }

        if (digits == 6 && text.Length == 6)
            return Set(Century(Value(text[..2])), Value(text.Slice(2, 2)), Value(text[4..]), 6);
        if (digits == 10 && text.Length == 10 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            var moment = DateTimeOffset.FromUnixTimeSeconds(unix);
            (_hour, _minute, _second) = (moment.Hour, moment.Minute, moment.Second);
            return Set(moment.Year, moment.Month, moment.Day, 10);
        }

        return digits == 4 && text.Length == 4 && Value(text) is >= 1000 and var year && Set(year, 1, 1, 4);
    }

    /// <summary>Behind <c>20261123</c>: nothing, or <c>T180000Z</c>.</summary>
    private bool Basic8Clock()
    {
        if (_text.IsEmpty)
            return true;
        if (_text[0] is not ('t' or ' '))
            return false;
        var clock = _text[1..].Trim();
        var digits = 0;
        while (digits < clock.Length && char.IsAsciiDigit(clock[digits]))
            digits++;
        if (digits is not (4 or 6))
        {
            return false;
        }

        _hour = Value(clock[..2]);
        _minute = Value(clock.Slice(2, 2));
        _second = digits == 6 ? Value(clock.Slice(4, 2)) : 0;
        _text = clock[digits..];
        if (_text.Length > 0 && _text[0] is '+' or '-')
            return Sign() && _text.IsEmpty;
        return _text.IsEmpty || (Word() && _text.IsEmpty);
    }

    private bool Set(int year, int month, int day, int consumed)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return false;
        (_year, _month, _day) = (year, month, day);
        _text = _text[consumed..];
        return true;
    }

    private bool SetOrdinal(int year, int ordinal, int consumed)
    {
        if (year is < 1 or > 9999 || ordinal < 1 || ordinal > (DateTime.IsLeapYear(year) ? 366 : 365))
            return false;
        var date = new DateTime(year, 1, 1).AddDays(ordinal - 1);
        return Set(date.Year, date.Month, date.Day, consumed);
    }

    private bool Number()
    {
        var digits = TakeDigits(out var value);
        if (digits > 4)
            return false;
        if (_text.Length > 1 && _text[0] == ':' && char.IsAsciiDigit(_text[1]))
            return Clock(value);
        if (_text.Length > 0 && _text[0] == 'h' && _hour == Unset && _year != Unset && (_text.Length == 1 || !char.IsLetter(_text[1])))
            return HourMark(value);
        if (digits is 3 or 4 || _year == Unset || _month == Unset || _day == Unset)
            return Unit(digits, value) || Triple(digits, value) || Part(digits, value);
        // A bare number behind a whole date: "3pm", "14 Uhr", or an unsigned offset.
        return Unit(digits, value) || BareHour(value);
    }

    private bool HourMark(int value)
    {
        _text = _text[1..];
        _hour = value;
        if (_text.Length > 0 && char.IsAsciiDigit(_text[0]))
            TakeDigits(out _minute);
        return true;
    }

    private bool BareHour(int value)
    {
        if (_hour != Unset || value > 24)
            return false;
        _hour = value;
        return true;
    }

    /// <summary>Numbers with their unit behind them, as Korean, Japanese and Chinese write them.</summary>
    private bool Unit(int digits, int value)
    {
        var rest = _text.TrimStart();
        if (rest.IsEmpty)
            return false;
        switch (rest[0])
        {
            case '년' or '年':
                _year = digits == 2 ? Century(value) : value;
                break;
            case '월' or '月':
                _month = value;
                break;
            case '일' or '日' or '号' or '號':
                _day = value;
                break;
            case '시' or '時' or '时' or '点':
                _hour = value;
                break;
            case '분' or '分':
                _minute = value;
                break;
            case '초' or '秒':
                _second = value;
                break;
            default:
                return false;
        }

        if (rest[0] is '년' or '월' or '일')
            _assumedOffset = 9 * 60;
        _text = rest[1..];
        return true;
    }

    private bool Clock(int hour)
    {
        if (_hour != Unset)
            return false;
        _hour = hour;
        _text = _text[1..];
        TakeDigits(out _minute);
        if (_text.Length > 1 && _text[0] == ':' && char.IsAsciiDigit(_text[1]))
        {
            _text = _text[1..];
            TakeDigits(out _second);
            if (_text.Length > 0 && _text[0] == ':')
                return false;
        }

        if (_text.Length > 1 && _text[0] is '.' or ',' && char.IsAsciiDigit(_text[1]))
        {
            _text = _text[1..];
            var unit = TimeSpan.TicksPerSecond / 10;
            for (; !_text.IsEmpty && char.IsAsciiDigit(_text[0]); _text = _text[1..], unit /= 10)
                _ticks += (_text[0] - '0') * unit;
        }

        return true;
    }

    /// <summary>Three numbers, or number-word-number, held together by one separator: <c>30.10.26</c>, <c>2026/1/10</c>, <c>2026-július-13</c>.</summary>
    private bool Triple(int digits, int first)
    {
        if (_text.IsEmpty || _text[0] is not ('-' or '/' or '.') || _year != Unset || _hour != Unset)
            return false;
        var separator = _text[0];
        var save = _text;
        _text = _text[1..];
        if (!TakeNumberOrMonth(out var secondDigits, out var second))
        {
            _text = save;
            return false;
        }

        var named = secondDigits == 0;
        if (_text.Length < 2 || _text[0] is not ('-' or '/' or '.') || !char.IsAsciiDigit(_text[1]))
        {
            // "2026-11": a month of a year.
            if (digits == 4 && second is >= 1 and <= 12)
                return Assign(first, second, 1);
            _text = save;
            return false;
        }

        _text = _text[1..];
        var thirdDigits = TakeDigits(out var third);
        if (!_text.IsEmpty && _text[0] == 't' && _text.Length > 1 && char.IsAsciiDigit(_text[1]))
            _text = _text[1..];
        if (digits == 4)
            return Assign(first, second, third);
        var year = thirdDigits <= 2 ? Century(third) : third;
        if (named || separator != '/')
            return named || second <= 12 ? (thirdDigits == 2 && first > 31 ? Assign(Century(first), second, third) : Assign(year, second, first)) : Assign(year, first, second);
        // With slashes the month comes first, as in the United States, unless it cannot.
        return first > 12 ? Assign(year, second, first) : Assign(year, first, second);
    }

    private bool Assign(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return false;
        (_year, _month, _day) = (year, month, day);
        return true;
    }

    /// <summary>A number that stands alone: day first, month if no word gives it, year last.</summary>
    private bool Part(int digits, int value)
    {
        if (digits >= 3)
        {
            if (_year != Unset || digits == 3)
                return false;
            _year = value;
            return true;
        }

        if (_day == Unset && value is >= 1 and <= 31)
            _day = value;
        else if (_month == Unset && value is >= 1 and <= 12)
            _month = value;
        else if (_year == Unset)
            _year = Century(value);
        else
            return false;
        return true;
    }

    private bool Word()
    {
        var length = 1;
        while (length < _text.Length && (char.IsLetter(_text[length]) || _text[length] is '_' or '\'' || (_text[length] == '/' && length + 1 < _text.Length && char.IsLetter(_text[length + 1]))))
            length++;
        var word = _text[..length];
        // "a.m." and "p.m.": letters with stops.
        if (length == 1 && word[0] is 'a' or 'p' && _text.Length > 2 && _text[1] is '.' or ' ' && _text[2] == 'm' && (_text.Length == 3 || !char.IsLetter(_text[3])))
        {
            _afternoon = word[0] == 'p';
            _text = _text[(_text.Length > 3 && _text[3] == '.' ? 4 : 3)..];
            return true;
        }

        _text = _text[length..];
        if (LooseDateWords.Month(word) is { } month)
        {
            // "mar., 03 juil.": what looked like March was a Tuesday.
            if (_month != Unset && !_monthMayBeWeekday)
                return false;
            _month = month;
            _monthMayBeWeekday = LooseDateWords.IsFiller(word);
            return true;
        }

        if (LooseDateWords.Afternoon(word) is { } afternoon)
        {
            _afternoon = afternoon;
            return true;
        }

        // "at" introduces the clock; behind it, it is the Atlantic zone.
        if (LooseDateWords.IsFiller(word) || (word is "at" && _hour == Unset))
            return true;
        if (LooseDateWords.Zone(word) is { } zone)
        {
            _offset = zone;
            return true;
        }

        if (word.Contains('/') && TryRegion(word))
            return true;
        // Behind the clock an unknown word can only be a zone that nobody knows: UTC is the better guess than no date.
        return _hour != Unset;
    }

    /// <summary>Zones by their place, <c>America/Los_Angeles</c>, with the offset that holds there on the day.</summary>
    private bool TryRegion(ReadOnlySpan<char> name)
    {
        if (_year is < 1 or > 9999 || _month is < 1 or > 12 || _day is < 1 or > 28 && _day > DateTime.DaysInMonth(_year, _month) || _hour is < 0 or > 23)
            return false;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Capitalise(name), out var zone))
            return false;
        _offset = (int)zone.GetUtcOffset(new DateTime(_year, _month, _day, _hour, 0, 0, DateTimeKind.Unspecified)).TotalMinutes;
        return true;
    }

    private static string Capitalise(ReadOnlySpan<char> name)
    {
        var result = name.ToArray();
        for (var i = 0; i < result.Length; i++)
        {
            if (i == 0 || result[i - 1] is '/' or '_' or '-')
                result[i] = char.ToUpperInvariant(result[i]);
        }

        return new string(result);
    }

    /// <summary>A sign before digits is an offset once the clock or the whole date has been read; a dash between words is decoration.</summary>
    private bool Sign()
    {
        var negative = _text[0] != '+';
        if (_text.Length == 1)
            return false;
        if (!char.IsAsciiDigit(_text[1]) || _year == Unset && _hour == Unset)
        {
            _text = _text[1..];
            return true;
        }

        if (_hour == Unset && negative && !(_text.Length == 5 || (_text.Length == 6 && _text[3] == ':')))
        {
            _text = _text[1..];
            return true;
        }

        _text = _text[1..];
        var digits = TakeDigits(out var value);
        var minutes = 0;
        if (_text.Length > 0 && _text[0] == ':')
        {
            _text = _text[1..];
            if (TakeDigits(out minutes) == 0)
                return false;
            value *= 60;
        }
        else
        {
            value = digits > 2 ? (value / 100 * 60) + (value % 100) : value * 60;
        }

        if (minutes > 59 || digits > 4)
            return false;
        _offset = (value + minutes) * (negative ? -1 : 1);
        // "-05:00Z": the letter adds nothing.
        if (_text is ['z', ..])
            _text = _text[1..];
        return true;
    }

    private bool Compose(out DateTimeOffset utc)
    {
        var hour = _hour == Unset ? 0 : _hour;
        if (_afternoon == true && hour < 12)
            hour += 12;
        else if (_afternoon == false && hour == 12)
            hour = 0;
        var month = _month == Unset ? 1 : _month;
        var day = _day == Unset ? 1 : _day;
        return FeedDate.TryCompose(_year, month, day, hour, _minute, _second, _ticks, _offset == Unset ? _assumedOffset : _offset, out utc);
    }

    private bool TakeNumberOrMonth(out int digits, out int value)
    {
        digits = TakeDigits(out value);
        if (digits > 0)
            return true;
        var length = 0;
        while (length < _text.Length && char.IsLetter(_text[length]))
            length++;
        if (LooseDateWords.Month(_text[..length]) is not { } month)
            return false;
        value = month;
        _text = _text[length..];
        return true;
    }

    private int TakeDigits(out int value)
    {
        value = 0;
        var length = 0;
        for (; length < _text.Length && char.IsAsciiDigit(_text[length]); length++)
            value = length < 9 ? (value * 10) + _text[length] - '0' : int.MaxValue;
        _text = _text[length..];
        return length;
    }

    private static bool Int(ReadOnlySpan<char> text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static int Value(ReadOnlySpan<char> text) => Int(text, out var value) ? value : -1;

    /// <summary>The rule of RFC 2822 for years of two digits.</summary>
    private static int Century(int year) => year < 50 ? 2000 + year : 1900 + year;
}

use super::*;

const PLAIN: &[Choice] = &[
    Choice {
        value: "民企",
        synonyms: &["民营企业"],
    },
    Choice::plain("机关"),
];

fn column(kind: Kind) -> Column<'static> {
    Column {
        max_length: 20,
        ..Column::new("x", "某列", kind)
    }
}

fn read(kind: Kind, cell: CellValue) -> Result<Option<Value>, String> {
    parse(&column(kind), &cell).map(|parsed| parsed.value)
}

fn text(kind: Kind, written: &str) -> Result<Option<Value>, String> {
    read(kind, CellValue::Text(written.to_owned()))
}

fn kept(written: &str) -> Result<Option<Value>, String> {
    Ok(Some(Value::Text(written.to_owned())))
}

fn day(number: f64) -> Result<String, String> {
    let value = read(Kind::FuzzyDate, CellValue::Number(number))?;
    Ok(value
        .and_then(Value::into_date)
        .map(FuzzyDate::iso)
        .unwrap_or_default())
}

#[test]
fn counts_are_read_with_their_units() {
    for written in ["12人", "１２名", " 12 ", "12.0", "1 2"] {
        assert_eq!(
            text(Kind::Integer, written),
            Ok(Some(Value::Integer(12))),
            "{written}"
        );
    }
    assert_eq!(
        text(Kind::Integer, "1,200"),
        Ok(Some(Value::Integer(1_200)))
    );
    assert_eq!(
        read(Kind::Integer, CellValue::Number(12.0)),
        Ok(Some(Value::Integer(12)))
    );
    for written in ["约12", "-3", "1.5", "人", "99999999999"] {
        assert!(text(Kind::Integer, written).is_err(), "{written}");
    }
}

#[test]
fn phones_are_read_as_numbers_and_as_text() {
    let mobile = kept("13900006923");
    assert_eq!(
        read(Kind::Phone, CellValue::Number(13_900_006_923.0)),
        mobile
    );
    for written in [
        "139 0000 6923",
        "139-0000-6923",
        "１３９００００６９２３",
        "+8613900006923",
    ] {
        assert_eq!(text(Kind::Phone, written), mobile, "{written}");
    }
    assert_eq!(text(Kind::Phone, "0731-8888888"), kept("0731-8888888"));
    let two = parse(
        &Column {
            max_length: 50,
            ..column(Kind::Phone)
        },
        &CellValue::Text("13900006923，8888888".to_owned()),
    );
    assert_eq!(two.map(|parsed| parsed.value), kept("13900006923、8888888"));
}

#[test]
fn broken_phones_are_told() {
    assert!(
        text(Kind::Phone, "1390000692")
            .unwrap_err()
            .contains("应为 11 位")
    );
    assert!(
        text(Kind::Phone, "139000069234")
            .unwrap_err()
            .contains("12 位")
    );
    assert!(
        text(Kind::Phone, "1.39E+10")
            .unwrap_err()
            .contains("数字以外")
    );
    assert!(text(Kind::Phone, "123").is_err());
    assert!(read(Kind::Phone, CellValue::Number(1.5)).is_err());
}

#[test]
fn numbers_in_a_date_column_are_dates() {
    assert_eq!(day(45_052.0).as_deref(), Ok("2023-05-06"));
    assert_eq!(day(2023.5).as_deref(), Ok("2023-05"));
    assert_eq!(day(2023.12).as_deref(), Ok("2023-12"));
    assert_eq!(day(2023.0).as_deref(), Ok("2023"));
    assert_eq!(day(20_230_506.0).as_deref(), Ok("2023-05-06"));
    assert!(day(2023.1).unwrap_err().contains("2023年10月"));
    assert!(day(3.0).is_err());
}

#[test]
fn impossible_dates_are_told() {
    assert!(
        text(Kind::FuzzyDate, "2023.13")
            .unwrap_err()
            .contains("日历")
    );
    assert!(read(Kind::FuzzyDate, CellValue::BadDate(-1.0)).is_err());
}

#[test]
fn choices_are_normalised_and_listed_when_unknown() {
    assert_eq!(text(Kind::Choice(PLAIN), "民 营企业"), kept("民企"));
    let fault = text(Kind::Choice(PLAIN), "外企").unwrap_err();
    assert_eq!(fault, "某列没有“外企”这一项，可填：民企、机关。");
}

#[test]
fn yes_and_no_have_many_signs() {
    assert_eq!(text(Kind::Bool, "√"), Ok(Some(Value::Bool(true))));
    assert_eq!(text(Kind::Bool, "无"), Ok(Some(Value::Bool(false))));
    assert_eq!(
        read(Kind::Bool, CellValue::Bool(true)),
        Ok(Some(Value::Bool(true)))
    );
    assert_eq!(text(Kind::Bool, "/"), Ok(None));
    assert!(text(Kind::Bool, "也许").is_err());
}

#[test]
fn marks_for_nothing_are_nothing() {
    for written in ["", "\u{3000}", "/", "——", "无"] {
        assert_eq!(text(Kind::Name, written), Ok(None), "{written}");
    }
    let required = Column {
        required: true,
        ..column(Kind::Name)
    };
    let missing = parse(&required, &CellValue::Text("/".to_owned()));
    assert_eq!(missing, Err("某列未填，请补填。".to_owned()));
}

#[test]
fn long_texts_and_errors_are_told() {
    assert!(
        text(Kind::Text, &"长".repeat(21))
            .unwrap_err()
            .contains("有 21 字")
    );
    let long = CellValue::LongText {
        head: String::new(),
        chars: 10_000,
    };
    assert_eq!(
        read(Kind::Text, long),
        Err("内容有 10000 字，最多 5000 字，请删减。".to_owned())
    );
    assert!(
        read(Kind::Text, CellValue::Error("#REF!".to_owned()))
            .unwrap_err()
            .contains("#REF!")
    );
}

#[test]
fn removed_characters_are_told() {
    let parsed = parse(
        &column(Kind::Name),
        &CellValue::Text("王\u{202e}晓".to_owned()),
    )
    .unwrap();
    assert_eq!(parsed.value, Some(Value::Text("王晓".to_owned())));
    assert!(parsed.corrected.is_some());
}

//! Numbers of charities, companies and societies as org-ids: the register's prefix, then the number there.
//!
//! The prefixes and forms are those of <https://org-id.guide>: `GB-CHC` (Charity Commission for England and
//! Wales: 6 or 7 digits), `GB-SC` (Scottish Charity Regulator: SC and 6 digits), `GB-NIC` (Charity Commission
//! for Northern Ireland: 6 digits after NIC), `GB-COH` (Companies House: 8 characters, among them charitable
//! incorporated organisations, which start with CE or CS) and `GB-MPR` (Mutuals Public Register: up to 6 digits,
//! perhaps with a letter after them). Only the form is checked; no register is asked.

/// Prefixes of Companies House with six digits after them, as its list of company number prefixes has them.
const COMPANY_PREFIXES: [&str; 12] = ["SC", "NI", "OC", "SO", "NC", "CE", "CS", "LP", "SL", "FC", "GE", "ZC"];
/// Prefixes under which Companies House lists registered societies: they are numbers of the mutuals' register.
const SOCIETY_PREFIXES: [&str; 6] = ["IP", "RS", "SP", "SR", "NP", "NO"];

/// The org-id of a number as people type it, or what to do about it.
pub(super) fn parse(typed: &str) -> Result<String, String> {
    let number: String = typed.chars().filter(|one| !one.is_whitespace() && *one != '.').collect();
    let number = number.to_ascii_uppercase();
    if let Some(rest) = number.strip_prefix("GB-") {
        return match rest.split_once('-') {
            Some(("CHC", number)) => charity(number),
            Some(("SC", number)) => scottish_charity(number),
            Some(("NIC", number)) => northern_irish_charity(number),
            Some(("COH", number)) => company(number),
            Some(("MPR", number)) => society(number),
            _ => Err(HELP.into()),
        };
    }
    let number = number.replace('-', "");
    if is_digits(&number) {
        // Numbers of 8 digits are companies'; those of charities are shorter.
        return if number.len() == 8 { company(&number) } else { charity(&number) };
    }
    // A Scottish charity's number looks like that of a Scottish company: the charity is meant unless the
    // register is named.
    if number.starts_with("SC") {
        return scottish_charity(&number)
            .map_err(|message| format!("{message} For a company in Scotland, type GB-COH- before the number."));
    }
    if number.starts_with("NIC") {
        return northern_irish_charity(&number);
    }
    if let Some(rest) = SOCIETY_PREFIXES.iter().find_map(|prefix| number.strip_prefix(prefix)) {
        return society(rest);
    }
    if COMPANY_PREFIXES.iter().any(|prefix| number.starts_with(prefix)) {
        return company(&number);
    }
    if number.len() > 1 && number.ends_with('R') {
        return society(&number);
    }
    Err(HELP.into())
}

const HELP: &str = "Type the number as the register has it, such as 1182047 for a charity, SC012345 in Scotland, \
                    NIC101234 in Northern Ireland or 01234567 for a company.";

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn charity(number: &str) -> Result<String, String> {
    if is_digits(number) && matches!(number.len(), 6 | 7) {
        return Ok(format!("GB-CHC-{number}"));
    }
    if !is_digits(number) {
        return Err("Type only the digits of the charity number.".into());
    }
    Err(format!("Type all digits of the charity number, 6 or 7: you have typed {}.", number.len()))
}

fn scottish_charity(number: &str) -> Result<String, String> {
    let digits = number.strip_prefix("SC").unwrap_or(number);
    six(digits, "the Scottish charity number, after SC").map(|digits| format!("GB-SC-SC{digits}"))
}

fn northern_irish_charity(number: &str) -> Result<String, String> {
    let digits = number.strip_prefix("NIC").unwrap_or(number);
    six(digits, "the charity number, after NIC").map(|digits| format!("GB-NIC-{digits}"))
}

fn company(number: &str) -> Result<String, String> {
    if is_digits(number) {
        return if number.len() == 8 {
            Ok(format!("GB-COH-{number}"))
        } else {
            Err(format!("Type all 8 digits of the company number: you have typed {}.", number.len()))
        };
    }
    let known = COMPANY_PREFIXES.iter().find_map(|prefix| number.strip_prefix(prefix).map(|digits| (prefix, digits)));
    let Some((prefix, digits)) = known else {
        return Err("Type a company number of 8 digits, or of 2 letters and 6 digits.".into());
    };
    six(digits, "the number, after its two letters").map(|digits| format!("GB-COH-{prefix}{digits}"))
}

fn society(number: &str) -> Result<String, String> {
    let number = SOCIETY_PREFIXES.iter().find_map(|prefix| number.strip_prefix(prefix)).unwrap_or(number);
    let letters = number.trim_start_matches(|one: char| one.is_ascii_digit());
    let digits = number.strip_suffix(letters).unwrap_or(number).trim_start_matches('0');
    let is_sound =
        matches!(digits.len(), 1..=6) && letters.len() <= 3 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_sound {
        return Ok(format!("GB-MPR-{digits}{letters}"));
    }
    Err("Type the society's number from the Mutuals Public Register, up to 6 digits, such as 7123 or 31234R.".into())
}

fn six<'a>(digits: &'a str, what: &str) -> Result<&'a str, String> {
    if is_digits(digits) && digits.len() == 6 {
        return Ok(digits);
    }
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    Err(format!("Type all 6 digits of {what}: you have typed {count}."))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn numbers_typed_loosely_become_org_ids() {
        for (typed, wanted) in [
            ("1182047", "GB-CHC-1182047"),
            (" 118 2047 ", "GB-CHC-1182047"),
            ("212345", "GB-CHC-212345"),
            ("SC012345", "GB-SC-SC012345"),
            ("sc 012345", "GB-SC-SC012345"),
            ("NIC101234", "GB-NIC-101234"),
            ("NIC-101234", "GB-NIC-101234"),
            ("01234567", "GB-COH-01234567"),
            ("CE012345", "GB-COH-CE012345"),
            ("cs004321", "GB-COH-CS004321"),
            ("NI612345", "GB-COH-NI612345"),
            ("OC301234", "GB-COH-OC301234"),
            ("gb-coh-sc123456", "GB-COH-SC123456"),
            ("IP031234", "GB-MPR-31234"),
            ("IP31234R", "GB-MPR-31234R"),
            ("31234R", "GB-MPR-31234R"),
            ("RS007123", "GB-MPR-7123"),
            ("GB-MPR-7123", "GB-MPR-7123"),
            ("GB-CHC-1182047", "GB-CHC-1182047"),
        ] {
            assert_eq!(parse(typed).as_deref(), Ok(wanted), "{typed}");
            // What is stored is taken back as it stands.
            assert_eq!(parse(wanted).as_deref(), Ok(wanted), "{wanted}");
        }
    }

    #[test]
    fn numbers_that_are_wrong_say_how_many_digits_are_missing() {
        for (typed, part) in [
            ("11820", "6 or 7: you have typed 5"),
            ("SC01234", "all 6 digits of the Scottish charity number, after SC: you have typed 5"),
            ("NIC10123", "all 6 digits of the charity number, after NIC: you have typed 5"),
            ("GB-COH-1234567", "all 8 digits of the company number: you have typed 7"),
            ("CE01234", "all 6 digits of the number, after its two letters: you have typed 5"),
            ("RS", "Mutuals Public Register"),
            ("GB-XYZ-1", "as the register has it"),
            ("a charity", "as the register has it"),
            ("SC\u{e9}12345", "you have typed 5"),
            ("", "as the register has it"),
        ] {
            let message = parse(typed).expect_err(typed);
            assert!(message.contains(part), "{typed}: {message}");
        }
    }
}

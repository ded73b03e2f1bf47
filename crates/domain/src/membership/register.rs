//! The register of libraries as a file: reads the comma-separated files that are about, by the names
//! of their columns, whatever their order.

use entity::library;
use sea_orm::ActiveValue::Set;

use crate::error::{Error, Result};
use crate::text;

/// A library as a row of the file tells of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) authority: String,
    pub(super) nation: String,
    /// None when the file has no such column: then what is known stays.
    pub(super) region: Option<String>,
    pub(super) address: String,
    pub(super) postcode: String,
    pub(super) latitude: Option<f64>,
    pub(super) longitude: Option<f64>,
    pub(super) is_community_managed: bool,
    pub(super) is_closed: bool,
}

impl Entry {
    /// What the library is known by, in every file: its name and postcode.
    pub(super) fn key(&self) -> String {
        key_of(&self.name, &self.postcode)
    }

    /// The row to write over the one that is known, if any.
    pub(super) fn to_row(&self, known: Option<&library::Model>, now: i64) -> library::ActiveModel {
        let region = self.region.clone().or_else(|| known.map(|row| row.region.clone())).unwrap_or_default();
        let search_text = search_text(&self.name, &self.authority, &self.address, &self.postcode, &region);
        library::ActiveModel {
            register_key: Set(self.key()),
            name: Set(self.name.clone()),
            authority: Set(self.authority.clone()),
            nation: Set(self.nation.clone()),
            region: Set(region),
            address: Set(self.address.clone()),
            postcode: Set(self.postcode.clone()),
            latitude: Set(self.latitude.or_else(|| known.and_then(|row| row.latitude))),
            longitude: Set(self.longitude.or_else(|| known.and_then(|row| row.longitude))),
            is_community_managed: Set(self.is_community_managed),
            is_closed: Set(self.is_closed),
            search_text: Set(search_text),
            created_at: Set(known.map_or(now, |row| row.created_at)),
            updated_at: Set(now),
            ..Default::default()
        }
    }

    /// One line that shows the library to a person.
    pub(super) fn sample(&self) -> String {
        [&self.name, &self.authority, &self.address, &self.postcode]
            .into_iter()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// What a library is known by: its name and postcode.
pub(super) fn key_of(name: &str, postcode: &str) -> String {
    let name = text::fold(name);
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{name}|{}", postcode.replace(' ', ""))
}

/// What a library is found by.
pub(super) fn search_text(name: &str, authority: &str, address: &str, postcode: &str, region: &str) -> String {
    let compact = postcode.replace(' ', "");
    text::fold(&format!("{name} {authority} {address} {postcode} {region} {compact}"))
}

/// Which column holds what.
pub(super) struct Columns {
    pub(super) count: usize,
    name: usize,
    authority: Option<usize>,
    nation: Option<usize>,
    region: Option<usize>,
    address: Vec<usize>,
    postcode: usize,
    latitude: Option<usize>,
    longitude: Option<usize>,
    community_managed: Option<usize>,
    operation: Option<usize>,
    closed: Option<usize>,
}

impl Columns {
    /// Finds the columns by their names.
    pub(super) fn of(header: &csv::ByteRecord) -> Result<Self> {
        let names: Vec<String> = header
            .iter()
            .map(|name| {
                String::from_utf8_lossy(name).trim_start_matches('\u{feff}').trim().to_lowercase().replace('_', " ")
            })
            .collect();
        let find = |wanted: &[&str]| names.iter().position(|name| wanted.contains(&name.as_str()));
        let needed = |wanted: &[&str], what: &str| {
            find(wanted).ok_or_else(|| {
                Error::field(
                    "file",
                    "missing_column",
                    &format!("The file has no column for the {what}. Its first line must name the columns, with commas between."),
                )
            })
        };
        Ok(Self {
            count: names.len(),
            name: needed(&["name", "library", "library name"], "name")?,
            postcode: needed(&["postcode", "post code", "postal code"], "postcode")?,
            authority: find(&["authority", "reporting service", "library service"]),
            nation: find(&["nation", "country"]),
            region: find(&["region"]),
            address: ["address", "address 1", "address 2", "address 3", "town"]
                .iter()
                .filter_map(|name| find(&[name]))
                .collect(),
            latitude: find(&["latitude", "lat"]),
            longitude: find(&["longitude", "lng", "long"]),
            community_managed: find(&["community managed"]),
            operation: find(&["operation in 2023", "type of library"]),
            closed: find(&["year closed"]),
        })
    }

    /// Reads a row, or says what is wrong with it and what to do.
    pub(super) fn read(&self, record: &csv::ByteRecord) -> std::result::Result<Entry, String> {
        if record.len() != self.count {
            return Err(format!(
                "This row has {} columns, the first line has {}. Check its commas and quotation marks.",
                record.len(),
                self.count
            ));
        }
        let Ok(record) = csv::StringRecord::from_byte_record(record.clone()) else {
            return Err("This row is not in UTF-8. Save the file as \"CSV UTF-8\".".into());
        };
        let cell = |index: usize| record.get(index).unwrap_or_default();
        let tidy = |index: usize| {
            let cell: String = cell(index).chars().map(|one| if one.is_control() { ' ' } else { one }).collect();
            cell.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let optional = |index: Option<usize>| index.map(tidy).unwrap_or_default();
        let name = tidy(self.name);
        if name.is_empty() {
            return Err("The name is missing. Add it.".into());
        }
        let address: Vec<String> =
            self.address.iter().map(|index| tidy(*index)).filter(|part| !part.is_empty()).collect();
        let entry = Entry {
            nation: nation(&optional(self.nation))?,
            authority: optional(self.authority),
            region: self.region.map(tidy),
            address: address.join(", "),
            postcode: postcode(&tidy(self.postcode))?,
            latitude: degrees(&optional(self.latitude), 90.0)?,
            longitude: degrees(&optional(self.longitude), 180.0)?,
            is_community_managed: matches!(
                optional(self.community_managed).to_lowercase().as_str(),
                "yes" | "true" | "1"
            ) || matches!(optional(self.operation).as_str(), "CR" | "CRL" | "ICL"),
            is_closed: !optional(self.closed).is_empty(),
            name,
        };
        let longest =
            [&entry.name, &entry.authority, &entry.address].into_iter().map(|text| text.chars().count()).max();
        if longest.unwrap_or_default() > 500 || entry.region.as_ref().is_some_and(|region| region.chars().count() > 500)
        {
            return Err("A text in this row is longer than 500 characters. Shorten it.".into());
        }
        Ok(entry)
    }
}

/// The stored word of a nation. A file without that column is the English one.
fn nation(text: &str) -> std::result::Result<String, String> {
    match text.to_lowercase().as_str() {
        "" | "england" => Ok("england".into()),
        "wales" | "cymru" => Ok("wales".into()),
        "scotland" => Ok("scotland".into()),
        "northern ireland" | "northern_ireland" => Ok("northern_ireland".into()),
        _ => Err(format!(
            "\"{}\" is not one of the four nations. Use England, Wales, Scotland or Northern Ireland.",
            shown(text)
        )),
    }
}

/// A postcode in its usual form (BS 7666): `A9 9AA`, `A99 9AA`, `AA9 9AA`, `AA99 9AA`, `A9A 9AA` or `AA9A 9AA`.
pub(super) fn postcode(text: &str) -> std::result::Result<String, String> {
    if text.is_empty() {
        return Err("The postcode is missing. Add it.".into());
    }
    let compact: String = text.chars().filter(|one| !one.is_whitespace()).collect::<String>().to_ascii_uppercase();
    let shape: String = compact
        .chars()
        .map(|one| match one {
            'A'..='Z' => 'A',
            '0'..='9' => '9',
            _ => '?',
        })
        .collect();
    if !matches!(shape.as_str(), "A99AA" | "A999AA" | "AA99AA" | "AA999AA" | "A9A9AA" | "AA9A9AA") {
        return Err(format!("\"{}\" is not a postcode. Write it as in \"LS1 3AB\".", shown(text)));
    }
    let (outward, inward) = compact.split_at(compact.len() - 3);
    Ok(format!("{outward} {inward}"))
}

fn degrees(text: &str, most: f64) -> std::result::Result<Option<f64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<f64>() {
        Ok(value) if value.abs() <= most => Ok(Some(value)),
        _ => Err(format!("\"{}\" is not a coordinate in degrees. Correct it or leave it empty.", shown(text))),
    }
}

/// The start of a cell, short enough for a message.
fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}

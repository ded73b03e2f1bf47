//! People: profiles and who sees what of them, pictures, and finding members.

use api_types::membership::{Nation, OrganisationKind};
use api_types::people::{Audience, Direction, MemberQuery, ProfilePatch, SkillQuery, Visibility};
use api_types::search::SearchQuery;
use api_types::{ErrorCode, MemberId};
use entity::member;
use harness::{Persona, TestApp};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;

use crate::affiliations::founded;

/// Everything shown to one audience.
fn all(audience: Audience) -> Visibility {
    Visibility {
        about: audience,
        picture: audience,
        languages: audience,
        skills: audience,
        email: audience,
        telephone: audience,
    }
}

async fn change(member: &Persona, patch: &ProfilePatch) {
    let version = member.get_profile().await.unwrap().version;
    member.update_profile(version, patch).await.unwrap();
}

fn full() -> ProfilePatch {
    ProfilePatch {
        about: Some("I **rebind** books. <script>alert(1)</script>".into()),
        telephone: Some("029 2000 0000".into()),
        languages: Some("Cymraeg, English".into()),
        skills_offered: Some(vec!["Bid writing".into(), "bid  WRITING".into(), " ".into(), "Café rotas".into()]),
        skills_wanted: Some(vec!["Roof repairs".into()]),
        visibility: None,
    }
}

#[tokio::test]
async fn get_member_shows_each_viewer_what_is_meant_for_them() {
    let app = TestApp::start().await;
    let (owner, member, staff) = (app.member("Ceri Owner").await, app.member("Mair Member").await, app.admin().await);
    let (visitor, applicant) = (app.anonymous(), app.applicant().await);
    founded(&app, "Cwm Derwen", &[&owner]).await;
    change(&owner, &full()).await;
    // By default members see what is written for them, and reach nobody; strangers do not know the member.
    let seen = member.get_member(owner.id).await.unwrap();
    assert!(seen.about_html.contains("<strong>rebind</strong>") && !seen.about_html.contains("<script"));
    assert_eq!(seen.skills_offered, ["Bid writing", "Café rotas"]);
    assert_eq!((seen.email, seen.telephone, seen.organisations.len()), (None, None, 1));
    for stranger in [&visitor, &applicant] {
        assert_eq!(stranger.get_member(owner.id).await.unwrap_err().code(), Some(ErrorCode::NotFound));
    }
    let own = owner.get_member(owner.id).await.unwrap();
    assert_eq!((own.email.as_deref(), own.is_own), (Some(owner.email.as_str()), true));

    for (audience, sees) in [(Audience::Network, [true, true, true]), (Audience::Members, [false, true, true])] {
        change(&owner, &ProfilePatch { visibility: Some(all(audience)), ..ProfilePatch::default() }).await;
        for (viewer, sees) in [&visitor, &member, &staff].into_iter().zip(sees) {
            let seen = viewer.get_member(owner.id).await;
            assert_eq!(seen.is_ok_and(|seen| seen.email.is_some() && seen.telephone.is_some()), sees);
        }
    }
    change(&owner, &ProfilePatch { visibility: Some(all(Audience::Staff)), ..ProfilePatch::default() }).await;
    let seen = member.get_member(owner.id).await.unwrap();
    assert_eq!((seen.about_html.as_str(), seen.languages.as_str(), seen.skills_offered.len()), ("", "", 0));
    assert!(staff.get_member(owner.id).await.unwrap().telephone.is_some());
    // One part shown to everybody is a page, with that part and the name alone.
    let part = Visibility { languages: Audience::Network, ..all(Audience::Staff) };
    change(&owner, &ProfilePatch { visibility: Some(part), ..ProfilePatch::default() }).await;
    let seen = visitor.get_member(owner.id).await.unwrap();
    assert_eq!((seen.languages.as_str(), seen.email, seen.about_html.as_str()), ("Cymraeg, English", None, ""));
    assert!(seen.organisations.is_empty());
}

#[tokio::test]
async fn get_member_of_an_applicant_or_a_suspended_account_is_not_there() {
    let app = TestApp::start().await;
    let (member, staff, applicant) = (app.member("Mair Member").await, app.admin().await, app.applicant().await);
    let suspended = app.member("Sue Suspended").await;
    change(&suspended, &ProfilePatch { visibility: Some(all(Audience::Network)), ..full() }).await;
    app.suspend(suspended.id).await;
    for id in [applicant.id, suspended.id, MemberId(999_999)] {
        for viewer in [&app.anonymous(), &member] {
            assert_eq!(viewer.get_member(id).await.unwrap_err().code(), Some(ErrorCode::NotFound));
        }
    }
    staff.get_member(suspended.id).await.unwrap();
    let names: Vec<_> = member
        .list_members(&MemberQuery::default())
        .await
        .unwrap()
        .items
        .into_iter()
        .map(|one| one.summary.name)
        .collect();
    assert_eq!(names, ["Ann Admin", "Mair Member"]);
    assert!(member.list_skills(&SkillQuery::default()).await.unwrap().is_empty());
}

#[tokio::test]
async fn update_profile_late_or_with_more_than_its_fields_is_refused() {
    let app = TestApp::start().await;
    let owner = app.member("Ceri Owner").await;
    let version = owner.get_profile().await.unwrap().version;
    let changed = owner.update_profile(version, &full()).await.unwrap();
    assert_eq!(changed.version, version + 1);
    let late = owner.update_profile(version, &full()).await.unwrap_err();
    assert_eq!(late.code(), Some(ErrorCode::EditConflict));
    let nothing = ProfilePatch { telephone: Some(String::new()), about: Some(" ".into()), ..ProfilePatch::default() };
    let changed = owner.update_profile(changed.version, &nothing).await.unwrap();
    assert_eq!((changed.telephone, changed.about.as_str(), changed.languages.as_str()), (None, "", "Cymraeg, English"));
    let token = owner.token().unwrap();
    for body in [
        r#"{"role":"admin"}"#,
        r#"{"email":"x@example.org"}"#,
        r#"{"visibility":{"about":"members","password_hash":"network"}}"#,
        r#"{"visibility":{"about":"everybody"}}"#,
        r#"{"organisation_id":1}"#,
    ] {
        let response = reqwest::Client::new()
            .patch(format!("{}/api/v1/me/profile", app.base_url))
            .bearer_auth(&token)
            .header("Content-Type", "application/json")
            .header("If-Match", format!("\"{}\"", changed.version))
            .body(body)
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), 422, "{body}");
    }
}

#[tokio::test]
async fn list_members_is_filtered_by_words_skill_and_organisation_and_paged_by_name() {
    let app = TestApp::start().await;
    let (owner, other) = (app.member("Ceri Owner").await, app.member("Anna Other").await);
    app.rename(other.id, "Ánna Other").await;
    founded(&app, "Cwm Derwen", &[&owner]).await;
    change(&owner, &full()).await;
    change(&other, &ProfilePatch { skills_wanted: Some(vec!["BID writing".into()]), ..ProfilePatch::default() }).await;
    let found = async |query: MemberQuery| -> Vec<String> {
        other.list_members(&query).await.unwrap().items.into_iter().map(|one| one.summary.name).collect()
    };
    let words = |q: &str| MemberQuery { q: Some(q.into()), ..MemberQuery::default() };
    assert_eq!(found(words("anna")).await, ["Ánna Other"]);
    assert_eq!(found(words("REBIND cafe")).await, ["Ceri Owner"]);
    assert!(found(words("029")).await.is_empty() && found(words("example.org")).await.is_empty());
    let skilled = |direction| MemberQuery { skill: Some("bid Writing".into()), direction, ..MemberQuery::default() };
    assert_eq!(found(skilled(None)).await, ["Ceri Owner"]);
    assert_eq!(found(skilled(Some(Direction::Wanted))).await, ["Ánna Other"]);
    let wales = MemberQuery {
        nation: Some(Nation::Wales),
        region: Some("Wales".into()),
        kind: Some(OrganisationKind::Library),
        ..MemberQuery::default()
    };
    assert_eq!(found(wales.clone()).await, ["Ceri Owner"]);
    assert!(found(MemberQuery { kind: Some(OrganisationKind::Council), ..wales }).await.is_empty());
    let mut page = MemberQuery { limit: Some(1), ..MemberQuery::default() };
    let first = other.list_members(&page).await.unwrap();
    page.after = first.next;
    let second = other.list_members(&page).await.unwrap();
    assert_ne!(first.items[0].summary.id, second.items[0].summary.id);
    assert_eq!(second.next, None);
    let used = other.list_skills(&SkillQuery::default()).await.unwrap();
    assert_eq!((used[0].skill.to_lowercase().as_str(), used[0].member_count), ("bid writing", 2));
    let asked = SkillQuery { q: Some("cafe".into()), direction: Some(Direction::Offered), limit: None };
    assert_eq!(other.list_skills(&asked).await.unwrap().len(), 1);
}

#[tokio::test]
async fn names_that_sql_once_folded_are_folded_again_at_the_start() {
    let app = TestApp::start().await;
    let (owner, hidden) = (app.member("Ceri Owner").await, app.member("Mair Hidden").await);
    app.rename(owner.id, "Éire Owner").await;
    change(&hidden, &ProfilePatch { visibility: Some(all(Audience::Staff)), ..full() }).await;
    member::Entity::update_many()
        .col_expr(member::Column::SearchText, Expr::value(""))
        .exec(&app.deps.write)
        .await
        .unwrap();
    domain::people::refold(&app.deps).await.unwrap();
    let found = async |q: &str| -> usize {
        owner.list_members(&MemberQuery { q: Some(q.into()), ..MemberQuery::default() }).await.unwrap().items.len()
    };
    assert_eq!((found("eire").await, found("mair").await, found("rebind").await), (1, 1, 0));
}

/// A word that stands in what one member hides from all but staff.
#[tokio::test]
async fn what_is_hidden_is_found_by_nobody() {
    let app = TestApp::start().await;
    let (owner, member) = (app.member("Ceri Owner").await, app.member("Mair Member").await);
    let canary = "zyxwvcanary";
    let hidden = ProfilePatch {
        about: Some(format!("I say {canary}.")),
        telephone: Some(canary.into()),
        languages: Some(canary.into()),
        skills_offered: Some(vec![canary.into()]),
        skills_wanted: Some(vec![canary.into()]),
        visibility: Some(all(Audience::Staff)),
    };
    change(&owner, &hidden).await;
    app.settle().await;
    for viewer in [&member, &app.moderator().await] {
        let words = MemberQuery { q: Some(canary.into()), ..MemberQuery::default() };
        assert!(viewer.list_members(&words).await.unwrap().items.is_empty());
        for direction in [Direction::Offered, Direction::Wanted] {
            let skilled =
                MemberQuery { skill: Some(canary.into()), direction: Some(direction), ..MemberQuery::default() };
            assert!(viewer.list_members(&skilled).await.unwrap().items.is_empty());
            let used = SkillQuery { q: Some(canary.into()), direction: Some(direction), limit: None };
            assert!(viewer.list_skills(&used).await.unwrap().is_empty());
        }
        let everywhere = SearchQuery { q: canary.into(), ..SearchQuery::default() };
        let all = format!(
            "{:?}{:?}{:?}",
            viewer.list_members(&MemberQuery::default()).await.unwrap(),
            viewer.get_member(owner.id).await.unwrap(),
            viewer.search(&everywhere).await.unwrap().items
        );
        assert!(!all.contains(canary), "{all}");
    }
    // Shown again, it is found again.
    change(&owner, &ProfilePatch { visibility: Some(all(Audience::Members)), ..ProfilePatch::default() }).await;
    let words = MemberQuery { q: Some(canary.into()), ..MemberQuery::default() };
    assert_eq!(member.list_members(&words).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn set_picture_keeps_nothing_of_the_file_but_what_it_shows() {
    let app = TestApp::start().await;
    let (owner, member) = (app.member("Ceri Owner").await, app.member("Mair Member").await);
    let photo = photo_with_exif();
    let shown = owner.set_picture(photo.clone()).await.unwrap().picture.unwrap();
    let key = shown.rsplit('/').next().unwrap();
    let response = reqwest::get(format!("{}{shown}", app.base_url)).await.unwrap();
    assert_eq!(response.headers()["content-type"], "image/jpeg");
    assert_eq!(response.headers()["cache-control"], "private, max-age=31536000, immutable");
    assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    let bytes = response.bytes().await.unwrap();
    assert!(bytes.starts_with(&[0xff, 0xd8]) && bytes.len() < 100_000);
    let has_exif = |bytes: &[u8]| bytes.windows(4).any(|window| window == b"Exif");
    assert!(has_exif(&photo) && !has_exif(&bytes));
    assert_eq!(member.get_member(owner.id).await.unwrap().picture.as_deref(), Some(shown.as_str()));
    // Fewer may see it: it has another address, and nothing is at the one before.
    let hidden = Visibility { picture: Audience::Staff, ..Visibility::default() };
    change(&owner, &ProfilePatch { visibility: Some(hidden), ..ProfilePatch::default() }).await;
    assert!(app.anonymous().get_picture(key).await.is_err());
    assert_eq!(member.get_member(owner.id).await.unwrap().picture, None);
    let moved = owner.get_profile().await.unwrap().picture.unwrap();
    let moved = moved.rsplit('/').next().unwrap().to_owned();
    app.anonymous().get_picture(&moved).await.unwrap();
    owner.delete_picture().await.unwrap();
    owner.delete_picture().await.unwrap();
    assert!(app.anonymous().get_picture(&moved).await.is_err());
}

#[tokio::test]
async fn set_picture_of_another_kind_or_too_large_is_refused() {
    let app = TestApp::start().await;
    let owner = app.member("Ceri Owner").await;
    for (bytes, code) in [
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec(),
            ErrorCode::UnsupportedMediaType,
        ),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;".to_vec(), ErrorCode::UnsupportedMediaType),
        (Vec::new(), ErrorCode::UnsupportedMediaType),
        (b"\x89PNG\r\n\x1a\n broken".to_vec(), ErrorCode::Invalid),
        (bomb(), ErrorCode::TooLarge),
        (vec![0; api_types::limits::PICTURE_BYTES + 1], ErrorCode::TooLarge),
    ] {
        assert_eq!(owner.set_picture(bytes).await.unwrap_err().code(), Some(code));
    }
    assert_eq!(owner.get_profile().await.unwrap().picture, None);
}

/// A small JPEG with notes of a camera in it.
fn photo_with_exif() -> Vec<u8> {
    let mut plain = Vec::new();
    let picture = image::RgbImage::from_pixel(40, 30, image::Rgb([120, 30, 30]));
    picture.write_to(&mut std::io::Cursor::new(&mut plain), image::ImageFormat::Jpeg).unwrap();
    let exif = b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0GPS 51.48,-3.17";
    let mut photo = plain[..2].to_vec();
    photo.extend_from_slice(&[0xff, 0xe1]);
    photo.extend_from_slice(&u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    photo.extend_from_slice(exif);
    photo.extend_from_slice(&plain[2..]);
    photo
}

/// A PNG that says it is 100,000 pixels wide and high.
fn bomb() -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend_from_slice(&100_000_u32.to_be_bytes());
    header.extend_from_slice(&100_000_u32.to_be_bytes());
    header.extend_from_slice(&[8, 2, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.extend_from_slice(&13_u32.to_be_bytes());
    let checksum = crc(&header);
    bytes.extend_from_slice(&header);
    bytes.extend_from_slice(&checksum.to_be_bytes());
    bytes.extend_from_slice(&[0, 0, 0, 0]);
    bytes.extend_from_slice(b"IDAT");
    bytes.extend_from_slice(&crc(b"IDAT").to_be_bytes());
    bytes
}

/// The checksum of a PNG's part.
fn crc(bytes: &[u8]) -> u32 {
    let step = |mut crc: u32, byte: &u8| {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
        }
        crc
    };
    !bytes.iter().fold(u32::MAX, step)
}

//! Growth: libraries that may join, coverage, referral links.

use api_types::growth::{NewProspectNote, ProspectPatch, ProspectQuery, ProspectStatus};
use api_types::membership::{AffiliationRole, Answers, ImportQuery, Nation, NewApplication};
use api_types::{ErrorCode, LibraryId, MemberId};
use domain::membership::{create_organisation, create_submitted_application};
use entity::{application, library, organisation};
use harness::{Persona, START, TestApp};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

const CSV: &str = "name,authority,region,nation,postcode,community_managed,year_closed\n\
    Alderbrook,Calderfell Council,North West,England,CA1 1AA,yes,\n\
    Brynteg,Cyngor Derwen,Wales,Wales,CF10 1AA,yes,\n\
    Cwm Derwen,Cyngor Derwen,Wales,Wales,CF10 2BB,no,\n\
    Dunfell,Fife,Scotland,Scotland,KY1 1AA,yes,\n\
    Fallen,Fife,Scotland,Scotland,KY3 1AA,yes,2015\n";
const DAY: i64 = 24 * 60 * 60;

async fn imported(app: &TestApp) -> Persona {
    let admin = app.admin().await;
    admin.import_libraries(&ImportQuery { preview: false }, CSV.into()).await.unwrap();
    admin
}

async fn id_of(app: &TestApp, name: &str) -> LibraryId {
    let row = library::Entity::find().filter(library::Column::Name.eq(name)).one(&app.deps.read).await.unwrap();
    LibraryId(row.unwrap().id)
}

fn of(status: ProspectStatus) -> ProspectQuery {
    ProspectQuery { status: Some(status), ..ProspectQuery::default() }
}

async fn names(admin: &Persona, query: &ProspectQuery) -> Vec<String> {
    admin.list_prospects(query).await.unwrap().items.into_iter().map(|item| item.library.name).collect()
}

fn application(library_id: LibraryId) -> NewApplication {
    let json = serde_json::json!({
        "name": "Sunita Rao", "email": "sunita@example.org", "language": "en", "agrees": true,
        "answers": Answers::Library {
            library_id: Some(library_id), library_name: None, part: AffiliationRole::Trustee, charity_number: None, place: None,
        },
    });
    serde_json::from_value(json).unwrap()
}

#[tokio::test]
async fn list_prospects_leaves_out_who_has_joined_or_closed_and_filters() {
    let app = TestApp::start().await;
    let admin = imported(&app).await;
    create_organisation(&app.deps, id_of(&app, "Brynteg").await.0, &[]).await.unwrap();
    assert_eq!(names(&admin, &ProspectQuery::default()).await, ["Alderbrook", "Cwm Derwen", "Dunfell"]);
    let wales = ProspectQuery { nation: Some(Nation::Wales), ..ProspectQuery::default() };
    assert_eq!(names(&admin, &wales).await, ["Cwm Derwen"]);
    let authority = ProspectQuery { authority: Some("Fife".into()), ..ProspectQuery::default() };
    assert_eq!(names(&admin, &authority).await, ["Dunfell"]);
    let community = ProspectQuery { is_community_managed: Some(true), ..ProspectQuery::default() };
    assert_eq!(names(&admin, &community).await, ["Alderbrook", "Dunfell"]);
    let words = ProspectQuery { q: Some("ca1".into()), region: Some("North West".into()), ..ProspectQuery::default() };
    assert_eq!(names(&admin, &words).await, ["Alderbrook"]);
    let mut paged = ProspectQuery { limit: Some(2), ..ProspectQuery::default() };
    let first = admin.list_prospects(&paged).await.unwrap();
    assert_eq!((first.items.len(), first.total), (2, Some(3)));
    paged.after = first.next;
    assert_eq!(names(&admin, &paged).await, ["Dunfell"]);
}

#[tokio::test]
async fn prospect_moves_with_what_is_known_and_never_contradicts_it() {
    let app = TestApp::start().await;
    let admin = imported(&app).await;
    let id = id_of(&app, "Alderbrook").await;
    let status = async || admin.get_prospect(id).await.unwrap().summary.status;
    let set = |status| ProspectPatch { status: Some(status), ..ProspectPatch::default() };
    assert_eq!(status().await, ProspectStatus::NotContacted);
    let contacted = admin.update_prospect(id, 0, &set(ProspectStatus::Contacted)).await.unwrap();
    assert_eq!((contacted.summary.status, contacted.version), (ProspectStatus::Contacted, 1));
    for known in [ProspectStatus::Applied, ProspectStatus::Joined, ProspectStatus::Active] {
        let refused = admin.update_prospect(id, 1, &set(known)).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::Invalid));
    }
    let applied = create_submitted_application(&app.deps, &application(id), START).await.unwrap();
    assert_eq!(status().await, ProspectStatus::Applied);
    // What staff set meanwhile is kept and does not show before it counts again.
    let declined = admin.update_prospect(id, 1, &set(ProspectStatus::Declined)).await.unwrap();
    assert_eq!((declined.summary.status, declined.application_id), (ProspectStatus::Applied, Some(applied)));
    assert_eq!(names(&admin, &of(ProspectStatus::Applied)).await, ["Alderbrook"]);
    application::Entity::update_many()
        .col_expr(application::Column::Status, Expr::value("rejected"))
        .exec(&app.deps.write)
        .await
        .unwrap();
    assert_eq!(status().await, ProspectStatus::Declined);
    // Joined while nobody of the organisation has been here; active when somebody has; joined again in the end.
    let member = app.member_without_password("Nia", "nia@example.org").await;
    let member = entity::member::Entity::find()
        .filter(entity::member::Column::Email.eq(member))
        .one(&app.deps.read)
        .await
        .unwrap()
        .unwrap();
    let organisation = create_organisation(&app.deps, id.0, &[(member.id, AffiliationRole::Trustee)]).await.unwrap();
    assert_eq!(status().await, ProspectStatus::Joined);
    let asked = api_types::forum::NewThread { tags: Vec::new(), ..harness::question("Was anybody here before?") };
    domain::forum::ask_question(&app.deps, &app.signed(MemberId(member.id)), &asked).await.unwrap();
    assert_eq!(status().await, ProspectStatus::Active);
    assert_eq!(names(&admin, &of(ProspectStatus::Active)).await, ["Alderbrook"]);
    assert!(names(&admin, &of(ProspectStatus::Joined)).await.is_empty());
    app.pass(91 * DAY);
    let admin = Persona { client: app.sign_in(&admin.email).await, ..admin };
    assert_eq!(names(&admin, &of(ProspectStatus::Joined)).await, ["Alderbrook"]);
    // When the library leaves the organisation, what staff set counts again.
    library::Entity::update_many()
        .col_expr(library::Column::OrganisationId, Expr::value(None::<i64>))
        .filter(library::Column::OrganisationId.eq(organisation))
        .exec(&app.deps.write)
        .await
        .unwrap();
    assert_eq!(names(&admin, &of(ProspectStatus::Declined)).await, ["Alderbrook"]);
}

#[tokio::test]
async fn prospect_of_somebody_who_signs_in_is_active() {
    let app = TestApp::start().await;
    let admin = imported(&app).await;
    let member = app.member("Nia").await;
    let id = id_of(&app, "Alderbrook").await;
    create_organisation(&app.deps, id.0, &[(member.id.0, AffiliationRole::Trustee)]).await.unwrap();
    assert_eq!(admin.get_prospect(id).await.unwrap().summary.status, ProspectStatus::Active);
}

#[tokio::test]
async fn update_prospect_sets_the_next_step_and_its_owner_and_refuses_old_versions() {
    let app = TestApp::start().await;
    let admin = imported(&app).await;
    let (first, second) = (id_of(&app, "Dunfell").await, id_of(&app, "Alderbrook").await);
    let today = "2026-03-10".parse().unwrap();
    let step = |day: &str| ProspectPatch {
        next_step: Some("Ring the trustees".into()),
        next_step_on: Some(Some(day.parse().unwrap())),
        owner_id: Some(Some(admin.id)),
        ..ProspectPatch::default()
    };
    let after = admin.update_prospect(first, 0, &step("2026-03-10")).await.unwrap();
    assert_eq!((after.summary.next_step_on, after.summary.is_due), (Some(today), true));
    assert_eq!(after.summary.owner.map(|owner| owner.id), Some(admin.id));
    let late = admin.update_prospect(first, 0, &step("2026-03-11")).await.unwrap_err();
    assert_eq!(late.code(), Some(ErrorCode::EditConflict));
    admin.update_prospect(second, 0, &step("2026-03-01")).await.unwrap();
    let third = id_of(&app, "Cwm Derwen").await;
    admin.update_prospect(third, 0, &step("2026-03-11")).await.unwrap();
    // Those that are due come by their day, a page at a time.
    let mut due = ProspectQuery { due: Some(true), limit: Some(1), ..ProspectQuery::default() };
    let page = admin.list_prospects(&due).await.unwrap();
    assert_eq!((page.items[0].library.name.as_str(), page.total), ("Alderbrook", Some(2)));
    due.after = page.next;
    assert_eq!(names(&admin, &due).await, ["Dunfell"]);
    let mine = ProspectQuery { owner_id: Some(admin.id), ..ProspectQuery::default() };
    assert_eq!(names(&admin, &mine).await.len(), 3);
    // Null takes away, what is absent stays.
    let nothing = ProspectPatch { next_step_on: Some(None), owner_id: Some(None), ..ProspectPatch::default() };
    let after = admin.update_prospect(first, 1, &nothing).await.unwrap().summary;
    assert_eq!((after.next_step.as_str(), after.next_step_on, after.owner), ("Ring the trustees", None, None));
    let member = app.member("Nia").await;
    let stranger = ProspectPatch { owner_id: Some(Some(member.id)), ..ProspectPatch::default() };
    assert_eq!(admin.update_prospect(first, 2, &stranger).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    let missing = admin.update_prospect(LibraryId(999_999), 0, &nothing).await.unwrap_err();
    assert_eq!(missing.code(), Some(ErrorCode::NotFound));
}

#[tokio::test]
async fn add_prospect_note_is_kept_with_its_author_the_newest_first() {
    let app = TestApp::start().await;
    let admin = imported(&app).await;
    let id = id_of(&app, "Alderbrook").await;
    for body in ["They asked for a call.", "Rang; they want to see the lease guide.\nAgain in May."] {
        admin.add_prospect_note(id, &NewProspectNote { body: body.into() }).await.unwrap();
    }
    let prospect = admin.get_prospect(id).await.unwrap();
    assert_eq!(prospect.notes.len(), 2);
    assert!(prospect.notes[0].body.starts_with("Rang;") && prospect.notes[0].author.id == admin.id);
    let empty = admin.add_prospect_note(id, &NewProspectNote { body: " \n ".into() }).await.unwrap_err();
    assert_eq!(empty.code(), Some(ErrorCode::Invalid));
    let missing = admin.add_prospect_note(LibraryId(999_999), &NewProspectNote { body: "x".into() }).await;
    assert_eq!(missing.unwrap_err().code(), Some(ErrorCode::NotFound));
}

#[tokio::test]
async fn get_coverage_counts_by_nation_region_and_authority_against_the_goal() {
    let app = TestApp::start().await;
    let admin = imported(&app).await;
    create_organisation(&app.deps, id_of(&app, "Brynteg").await.0, &[]).await.unwrap();
    let contacted = ProspectPatch { status: Some(ProspectStatus::Contacted), ..ProspectPatch::default() };
    admin.update_prospect(id_of(&app, "Dunfell").await, 0, &contacted).await.unwrap();
    create_submitted_application(&app.deps, &application(id_of(&app, "Alderbrook").await), START).await.unwrap();
    let coverage = admin.get_coverage().await.unwrap();
    let all = coverage.all;
    assert_eq!((all.libraries, all.community_managed, all.joined, all.applied, all.contacted), (4, 3, 1, 1, 1));
    assert_eq!((all.share, coverage.goal), (25, 200));
    let nations: Vec<_> = coverage.nations.iter().map(|row| (row.nation, row.counts.libraries)).collect();
    assert_eq!(nations, [(Nation::England, 1), (Nation::Wales, 2), (Nation::Scotland, 1)]);
    assert_eq!(coverage.nations[1].counts.share, 50);
    assert_eq!(coverage.regions.len(), 3);
    assert_eq!(
        coverage.authorities.iter().map(|row| row.authority.as_str()).collect::<Vec<_>>(),
        ["Calderfell Council", "Cyngor Derwen", "Fife"]
    );
    let (first, last) = (&coverage.months[0], &coverage.months[11]);
    assert_eq!((coverage.months.len(), last.joined, first.joined), (12, 1, 0));
    assert_eq!((first.month.to_string().as_str(), last.month.to_string().as_str()), ("2025-04-01", "2026-03-01"));
    let patch = api_types::admin::NetworkPatch { goal: Some(300), ..api_types::admin::NetworkPatch::default() };
    admin.update_network(&patch).await.unwrap();
    assert_eq!(admin.get_coverage().await.unwrap().goal, 300);
}

#[tokio::test]
async fn get_my_referral_makes_one_code_and_tells_what_came_of_it() {
    let app = TestApp::start().await;
    let admin = imported(&app).await;
    let (nia, owain) = (app.member("Nia").await, app.member("Owain").await);
    let (one, other) = tokio::join!(nia.get_my_referral(), nia.get_my_referral());
    let (first, again) = (one.unwrap(), other.unwrap());
    assert_eq!(first.code, again.code);
    assert_eq!(first.link, format!("{}/join?from={}", app.base_url, first.code));
    assert_ne!(owain.get_my_referral().await.unwrap().code, first.code);
    // However it is typed, it is hers; a wrong one is nobody's, and so is that of who was suspended.
    let of = async |code: &str| domain::growth::member_of_code(&app.deps.read, code).await.unwrap();
    let typed = format!(" {}-{} ", &first.code[..4].to_lowercase(), &first.code[4..]);
    assert_eq!(of(&typed).await, Some(nia.id.0));
    for wrong in ["", "AAAA", "' OR 1=1 --", &first.code[1..], &format!("{}A", first.code)] {
        assert_eq!(of(wrong).await, None, "{wrong}");
    }
    let brought = create_organisation(&app.deps, id_of(&app, "Brynteg").await.0, &[]).await.unwrap();
    organisation::Entity::update_many()
        .col_expr(organisation::Column::ReferredBy, Expr::value(nia.id.0))
        .filter(organisation::Column::Id.eq(brought))
        .exec(&app.deps.write)
        .await
        .unwrap();
    let applied = application(id_of(&app, "Alderbrook").await);
    let applied = create_submitted_application(&app.deps, &applied, START).await.unwrap();
    application::Entity::update_many()
        .col_expr(application::Column::ReferredBy, Expr::value(nia.id.0))
        .filter(application::Column::Id.eq(applied.0))
        .exec(&app.deps.write)
        .await
        .unwrap();
    let told = nia.get_my_referral().await.unwrap();
    assert_eq!((told.waiting_count, told.organisations.len()), (1, 1));
    assert_eq!(told.organisations[0].name, "Brynteg");
    assert!(!serde_json::to_string(&told).unwrap().contains("Sunita"), "who applies is not the member's to know");
    let referrers = admin.get_coverage().await.unwrap().referrers;
    assert_eq!((referrers.len(), referrers[0].member.id, referrers[0].organisation_count), (1, nia.id, 1));
    app.suspend(nia.id).await;
    assert_eq!(of(&first.code).await, None);
}

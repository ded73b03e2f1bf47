//! The migrations, and the entities against the tables that they make.

use harness::store::Store;
use migrations::MigratorTrait;
use sea_orm::{ConnectionTrait, EntityTrait};

#[tokio::test]
async fn migrations_run_down_and_up_again_and_entities_fit() {
    let store = Store::new().await;
    let connections = domain::database::connect(&store.url).await.unwrap();
    let write = &connections.write;
    migrations::Migrator::down(write, None).await.unwrap();
    migrations::Migrator::up(write, None).await.unwrap();
    macro_rules! fit {
        ($($entity:ident),*) => {$( entity::$entity::Entity::find().one(write).await.unwrap(); )*};
    }
    fit!(
        affiliation,
        answer,
        answer_vote,
        application,
        application_answer,
        application_event,
        application_message,
        approval_rule,
        challenge,
        email_change,
        file,
        form_question,
        invitation,
        library,
        mailed_link,
        member,
        member_preference,
        member_skill,
        organisation,
        outbox,
        outbox_position,
        passkey,
        prospect,
        prospect_note,
        question,
        question_tag,
        question_vote,
        recovery_code,
        resource,
        resource_tag,
        session,
        setting,
        shelf,
        sign_in_failure,
        tag
    );
    let shelves = entity::shelf::Entity::find().all(write).await.unwrap();
    assert_eq!(shelves.len(), 8);
}

#[tokio::test]
async fn members_who_had_a_library_get_an_organisation_that_runs_it() {
    let store = Store::new().await;
    let connections = domain::database::connect(&store.url).await.unwrap();
    let write = &connections.write;
    // Back to before there were organisations.
    let later = migrations::Migrator::migrations().len() - 6;
    migrations::Migrator::down(write, Some(u32::try_from(later).unwrap())).await.unwrap();
    for statement in [
        "INSERT INTO libraries (id, register_key, name, authority, nation, region, address, postcode, \
            is_community_managed, is_closed, search_text, claimed_at, created_at, updated_at) \
            VALUES (7, 'k', 'Alderbrook', 'A council', 'wales', 'Wales', 'Town', 'CF1 1AA', TRUE, FALSE, 'alderbrook', 5, 1, 1)",
        "INSERT INTO members (id, name, email, email_key, password_hash, role, is_suspended, language, library_id, \
            session_version, created_at) VALUES (3, 'Ada', 'a@b.example', 'a@b.example', '!', 'member', FALSE, 'en', 7, 1, 1)",
        "INSERT INTO applications (name, email, email_key, language, member_type, organisation, answers, status, created_at) \
            VALUES ('Bea', 'b@b.example', 'b@b.example', 'en', 'body', 'A body', '{}', 'rejected', 2)",
    ] {
        write.execute_unprepared(statement).await.unwrap();
    }
    migrations::Migrator::up(write, None).await.unwrap();
    let organisation = entity::organisation::Entity::find().one(write).await.unwrap().unwrap();
    assert_eq!(
        (organisation.name.as_str(), organisation.member_count, organisation.library_count),
        ("Alderbrook", 1, 1)
    );
    assert_eq!((organisation.primary_contact_id, organisation.voter_id), (Some(3), Some(3)));
    let library = entity::library::Entity::find().one(write).await.unwrap().unwrap();
    let member = entity::member::Entity::find().one(write).await.unwrap().unwrap();
    let affiliation = entity::affiliation::Entity::find().one(write).await.unwrap().unwrap();
    let wanted = Some(organisation.id);
    assert_eq!((library.organisation_id, member.organisation_id), (wanted, wanted));
    assert_eq!((affiliation.member_id, affiliation.status.as_str()), (3, "active"));
    assert_eq!(entity::application::Entity::find().one(write).await.unwrap().unwrap().status, "rejected");
}

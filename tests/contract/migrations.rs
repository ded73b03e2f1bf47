//! The migrations, and the entities against the tables that they make.

use harness::store::Store;
use migrations::MigratorTrait;
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, ModelTrait, QueryOrder};

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
        answer_invitation,
        application,
        application_answer,
        application_event,
        application_message,
        approval_rule,
        audit_entry,
        asker_look,
        attachment,
        bookmark,
        challenge,
        comment,
        comment_vote,
        asker_look,
        draft,
        email_change,
        file,
        follow,
        form_question,
        imported_member,
        imported_post,
        invitation,
        library,
        mailed_link,
        member,
        member_preference,
        member_skill,
        mention,
        organisation,
        outbox,
        outbox_position,
        passkey,
        past_view,
        post,
        post_reaction,
        post_revision,
        post_suggestion,
        post_vote,
        prospect,
        prospect_note,
        recovery_code,
        resource,
        resource_author,
        resource_tag,
        session,
        setting,
        shelf,
        sign_in_failure,
        space,
        space_member,
        tag,
        tag_synonym,
        thread,
        thread_read,
        thread_tag,
        thread_view,
        view_key
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

#[tokio::test]
async fn questions_and_answers_become_threads_and_posts_and_back() {
    let store = Store::new().await;
    let connections = domain::database::connect(&store.url).await.unwrap();
    let write = &connections.write;
    // Back to before there were threads.
    let later = u32::try_from(migrations::Migrator::migrations().len() - 13).unwrap();
    migrations::Migrator::down(write, Some(later)).await.unwrap();
    for statement in [
        "INSERT INTO members (id, name, email, email_key, password_hash, role, is_suspended, language, session_version, \
            created_at) VALUES (3, 'Ada', 'a@b.example', 'a@b.example', '!', 'member', FALSE, 'en', 1, 1)",
        "INSERT INTO questions (id, title, slug, body, body_html, renderer_version, excerpt, shelf_id, author_id, created_at, \
            active_at, answer_count, score, accepted_answer_id, version) VALUES \
            (5, 'Why?', 'why', 'Because', '<p>Because</p>', 1, 'Because', 1, 3, 10, 11, 2, 1, 9, 4)",
        "INSERT INTO question_votes (question_id, member_id, value) VALUES (5, 3, 1)",
        "INSERT INTO answers (id, question_id, body, body_html, renderer_version, author_id, created_at, score, is_accepted, \
            version) VALUES (8, 5, 'One', '<p>One</p>', 1, 3, 12, 0, FALSE, 1), (9, 5, 'Two', '<p>Two</p>', 1, 3, 13, -1, TRUE, 2)",
        "INSERT INTO answer_votes (answer_id, member_id, value) VALUES (9, 3, -1)",
    ] {
        write.execute_unprepared(statement).await.unwrap();
    }
    for _ in 0..2 {
        migrations::Migrator::up(write, None).await.unwrap();
        let thread = entity::thread::Entity::find().one(write).await.unwrap().unwrap();
        assert_eq!((thread.id, thread.last_number, thread.accepted_answer_id, thread.score), (5, 3, Some(9), 1));
        let posts = entity::post::Entity::find().order_by_asc(entity::post::Column::Number).all(write).await.unwrap();
        let shown: Vec<_> =
            posts.iter().map(|post| (post.number, post.body.as_str(), post.score, post.version)).collect();
        assert_eq!(shown, [(1, "Because", 1, 4), (2, "One", 0, 1), (3, "Two", -1, 2)]);
        assert_eq!((posts[1].id, posts[2].id), (8, 9));
        // The next one gets a number of its own.
        let next = entity::post::ActiveModel { id: NotSet, number: Set(4), ..posts[2].clone().into_active_model() };
        let next = entity::post::ActiveModel { is_accepted: Set(false), ..next }.insert(write).await.unwrap();
        assert!(posts.iter().all(|post| post.id != next.id));
        next.delete(write).await.unwrap();
        migrations::Migrator::down(write, Some(later)).await.unwrap();
    }
}

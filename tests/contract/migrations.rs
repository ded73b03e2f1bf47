//! The migrations, and the entities against the tables that they make.

use harness::store::Store;
use migrations::MigratorTrait;
use sea_orm::EntityTrait;

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
        answer,
        answer_vote,
        application,
        file,
        library,
        mailed_link,
        member,
        outbox,
        outbox_position,
        question,
        question_tag,
        question_vote,
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

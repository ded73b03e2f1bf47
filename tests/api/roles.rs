//! Roles in the network: given by administrators, never to oneself, and one administrator is always left.

use api_types::accounts::{NewRole, Role};
use api_types::{ErrorCode, MemberId};
use harness::TestApp;

#[tokio::test]
async fn set_member_role_holds_from_the_next_request_on() {
    let app = TestApp::start().await;
    let (admin, ada) = (app.admin().await, app.member("Ada Lewis").await);
    admin.set_member_role(ada.id, &NewRole { role: Role::Admin }).await.unwrap();
    assert_eq!(ada.get_me().await.unwrap().role, Role::Admin);
    assert!(ada.count_applications().await.is_ok());
    assert_eq!(admin.get_member(ada.id).await.unwrap().role, Some(Role::Admin));
    admin.set_member_role(ada.id, &NewRole { role: Role::Member }).await.unwrap();
    assert_eq!(ada.count_applications().await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    assert_eq!(ada.get_member(admin.id).await.unwrap().role, None, "members are not told");
}

#[tokio::test]
async fn set_member_role_of_oneself_or_an_applicant_is_refused() {
    let app = TestApp::start().await;
    let (admin, applicant) = (app.admin().await, app.applicant().await);
    let to = |role| NewRole { role };
    let own = admin.set_member_role(admin.id, &to(Role::Member)).await.unwrap_err();
    assert_eq!(own.code(), Some(ErrorCode::Forbidden));
    let early = admin.set_member_role(applicant.id, &to(Role::Admin)).await.unwrap_err();
    assert_eq!(early.code(), Some(ErrorCode::Conflict));
    let nobody = admin.set_member_role(MemberId(999_999), &to(Role::Admin)).await.unwrap_err();
    assert_eq!(nobody.code(), Some(ErrorCode::NotFound));
    let ada = app.member("Ada Lewis").await;
    let down = admin.set_member_role(ada.id, &to(Role::Applicant)).await.unwrap_err();
    assert_eq!(down.code(), Some(ErrorCode::Invalid));
}

#[tokio::test]
async fn set_member_role_by_two_administrators_against_each_other_leaves_one() {
    let app = TestApp::start().await;
    let (ann, bob) = (app.admin().await, app.persona("Bob Admin", Role::Admin).await);
    let down = NewRole { role: Role::Member };
    let (one, other) = tokio::join!(ann.set_member_role(bob.id, &down), bob.set_member_role(ann.id, &down));
    assert!(one.is_ok() ^ other.is_ok(), "{one:?} {other:?}");
    let roles = [ann.get_me().await.unwrap().role, bob.get_me().await.unwrap().role];
    assert_eq!(roles.iter().filter(|role| **role == Role::Admin).count(), 1);
}

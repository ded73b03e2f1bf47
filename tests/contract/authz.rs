//! Who may call what: every operation against every class of caller.

use std::collections::BTreeSet;

use harness::TestApp;

use crate::openapi::operations;

/// The classes of callers, in the order of the columns below.
const CALLERS: [&str; 6] = ["anonymous", "applicant", "member", "moderator", "admin", "suspended"];

/// What a class of operations answers to each caller: refused with this status, or let through (0), to
/// whatever the request deserves.
const OPEN: [u16; 6] = [0, 0, 0, 0, 0, 401];
const DOOR: [u16; 6] = [0, 0, 0, 0, 0, 0];
const APPLICANT: [u16; 6] = [401, 0, 0, 0, 0, 401];
const MEMBER: [u16; 6] = [401, 403, 0, 0, 0, 401];
const MODERATOR: [u16; 6] = [401, 403, 403, 0, 0, 401];
const ADMIN: [u16; 6] = [401, 403, 403, 403, 0, 401];

/// Every operation and its class.
const TABLE: &[(&str, [u16; 6])] = &[
    ("accept_answer", MEMBER),
    ("act_on_applications", ADMIN),
    ("accept_invitation", DOOR),
    ("add_comment", MEMBER),
    ("add_library", MEMBER),
    ("add_passkey", APPLICANT),
    ("add_prospect_note", ADMIN),
    ("add_resource", MEMBER),
    ("answer_application", APPLICANT),
    ("answer_question", MEMBER),
    ("ask_question", MEMBER),
    ("assign_application", ADMIN),
    ("begin_passkey", APPLICANT),
    ("begin_passkey_sign_in", DOOR),
    ("begin_second_factor", APPLICANT),
    ("change_password", APPLICANT),
    ("confirm_application", DOOR),
    ("confirm_email_change", OPEN),
    ("confirm_identity", APPLICANT),
    ("confirm_second_factor", APPLICANT),
    ("count_applications", ADMIN),
    ("create_approval_rule", ADMIN),
    ("create_first_administrator", DOOR),
    ("create_form_question", ADMIN),
    ("confirm_library", ADMIN),
    ("create_invitation", MEMBER),
    ("create_shelf", ADMIN),
    ("decide_affiliation", MEMBER),
    ("decide_application", ADMIN),
    ("delete_approval_rule", ADMIN),
    ("delete_bookmark", MEMBER),
    ("delete_comment", MEMBER),
    ("accept_suggestion", MEMBER),
    ("decline_suggestion", MEMBER),
    ("delete_draft", MEMBER),
    ("list_revisions", OPEN),
    ("list_suggestions", MEMBER),
    ("remove_revision_text", MEMBER),
    ("suggest_edit", MEMBER),
    ("withdraw_suggestion", MEMBER),
    ("get_attachment", OPEN),
    ("get_draft", MEMBER),
    ("upload_attachment", MEMBER),
    ("list_drafts", MEMBER),
    ("list_similar_threads", OPEN),
    ("save_draft", MEMBER),
    ("delete_form_question", ADMIN),
    ("delete_picture", MEMBER),
    ("delete_passkey", APPLICANT),
    ("delete_shelf", ADMIN),
    ("discard_guide", MEMBER),
    ("download_file", OPEN),
    ("end_affiliation", MEMBER),
    ("end_member_sessions", ADMIN),
    ("end_session", APPLICANT),
    ("erase_me", APPLICANT),
    ("erase_member", ADMIN),
    ("export_member_data", ADMIN),
    ("export_my_data", APPLICANT),
    ("find_application_draft", DOOR),
    ("get_application", ADMIN),
    ("get_application_view", ADMIN),
    ("get_confidant", MEMBER),
    ("get_coverage", ADMIN),
    ("get_holdings", MEMBER),
    ("get_invitation", DOOR),
    ("get_keys", DOOR),
    ("get_library", OPEN),
    ("get_liveness", DOOR),
    ("get_me", APPLICANT),
    ("get_member", OPEN),
    ("get_my_application", APPLICANT),
    ("get_my_referral", MEMBER),
    ("get_network", OPEN),
    ("get_organisation", OPEN),
    ("get_picture", OPEN),
    ("get_profile", MEMBER),
    ("get_prospect", ADMIN),
    ("get_question", OPEN),
    ("get_readiness", DOOR),
    ("get_register_queue", ADMIN),
    ("get_resource", OPEN),
    ("give_up_library", MEMBER),
    ("get_second_factor", APPLICANT),
    ("import_libraries", ADMIN),
    ("import_threads", ADMIN),
    ("list_affiliation_requests", ADMIN),
    ("list_affiliations", MEMBER),
    ("list_answer_invitations", MEMBER),
    ("list_answers", OPEN),
    ("list_applications", ADMIN),
    ("list_approval_rules", ADMIN),
    ("count_threads", OPEN),
    ("get_follow_settings", MEMBER),
    ("get_mention_settings", MEMBER),
    ("get_code_of_conduct", OPEN),
    ("update_code_of_conduct", ADMIN),
    ("get_first_post_note", MEMBER),
    ("dismiss_first_post_note", MEMBER),
    ("list_mention_candidates", MEMBER),
    ("update_mention_settings", MEMBER),
    ("get_tag", OPEN),
    ("merge_tag", MODERATOR),
    ("update_tag", MODERATOR),
    ("list_bookmarks", MEMBER),
    ("list_comments", OPEN),
    ("list_follows", MEMBER),
    ("get_follow", MEMBER),
    ("save_bookmark", MEMBER),
    ("set_follow", MEMBER),
    ("unfollow_by_mail", DOOR),
    ("update_follow_settings", MEMBER),
    ("view_thread", OPEN),
    ("list_asker_looks", ADMIN),
    ("list_form_questions", OPEN),
    ("list_posts_around", OPEN),
    ("react_to_post", MEMBER),
    ("restore_comment", MEMBER),
    ("list_invitations", MEMBER),
    ("list_libraries", OPEN),
    ("list_map_points", OPEN),
    ("list_near", OPEN),
    ("list_members", MEMBER),
    ("list_my_affiliations", MEMBER),
    ("list_organisations", OPEN),
    ("list_passkeys", APPLICANT),
    ("list_prospects", ADMIN),
    ("list_questions", OPEN),
    ("list_resources", OPEN),
    ("list_sessions", APPLICANT),
    ("list_shelves", OPEN),
    ("list_skills", MEMBER),
    ("list_sole_holders", ADMIN),
    ("list_staff", ADMIN),
    ("list_tags", OPEN),
    ("make_guide", MEMBER),
    ("preview_markdown", MEMBER),
    ("publish_guide", MEMBER),
    ("refresh_session", DOOR),
    ("remove_second_factor", APPLICANT),
    ("rename_passkey", APPLICANT),
    ("renew_recovery_codes", APPLICANT),
    ("report_policy_violation", DOOR),
    ("request_affiliation", MEMBER),
    ("request_email_change", APPLICANT),
    ("request_password_reset", DOOR),
    ("request_sign_in_link", DOOR),
    ("resend_confirmation", DOOR),
    ("reset_password", DOOR),
    ("save_application_draft", DOOR),
    ("save_application_view", ADMIN),
    ("search", OPEN),
    ("see_asker", MODERATOR),
    ("set_confidant", ADMIN),
    ("set_contacts", MEMBER),
    ("set_member_role", ADMIN),
    ("set_picture", MEMBER),
    ("sign_in", DOOR),
    ("sign_in_with_link", DOOR),
    ("sign_in_with_passkey", DOOR),
    ("sign_in_with_second_factor", DOOR),
    ("sign_out", APPLICANT),
    ("sign_out_everywhere", APPLICANT),
    ("submit_application", DOOR),
    ("take_on_library", MEMBER),
    ("update_answer_invitations", MEMBER),
    ("update_affiliation", MEMBER),
    ("update_post", MEMBER),
    ("list_discussions", OPEN),
    ("start_discussion", MEMBER),
    ("get_discussion", OPEN),
    ("update_discussion", MEMBER),
    ("list_replies", OPEN),
    ("reply_to_discussion", MEMBER),
    ("update_comment", MEMBER),
    ("update_form_question", ADMIN),
    ("vote_on_comment", MEMBER),
    ("update_guide", MEMBER),
    ("update_library", MEMBER),
    ("update_network", ADMIN),
    ("update_organisation", MEMBER),
    ("update_profile", MEMBER),
    ("update_prospect", ADMIN),
    ("update_question", MEMBER),
    ("update_shelf", ADMIN),
    ("upload_file", MEMBER),
    ("vote_on_post", MEMBER),
    ("withdraw_application", APPLICANT),
    ("create_space", ADMIN),
    ("decide_space_request", MEMBER),
    ("end_space_membership", MEMBER),
    ("get_space", OPEN),
    ("list_audit_entries", ADMIN),
    ("list_space_members", MEMBER),
    ("list_spaces", OPEN),
    ("request_to_join", MEMBER),
    ("set_space_role", ADMIN),
    ("update_space", ADMIN),
    ("moderate_thread", MEMBER),
    ("close_thread", MEMBER),
    ("reopen_thread", MEMBER),
    ("split_thread", MEMBER),
    ("merge_thread", MEMBER),
    ("delete_thread", MEMBER),
    ("restore_thread", MEMBER),
    ("delete_post", MEMBER),
    ("restore_post", MEMBER),
    ("write_application_message", ADMIN),
    ("withdraw_invitation", MEMBER),
];

#[test]
fn every_operation_has_its_row() {
    let rows: BTreeSet<String> = TABLE.iter().map(|(id, _)| (*id).to_owned()).collect();
    let wanted: BTreeSet<String> = operations()
        .into_iter()
        .map(|(_, _, operation)| operation["operationId"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(rows, wanted, "add the operation to the table, with its class");
}

#[tokio::test]
async fn every_caller_is_let_through_or_refused_as_the_table_says() {
    let app = TestApp::start().await;
    let suspended = app.member("Sue Suspended").await;
    suspend(&app, suspended.id.0).await;
    for (method, path, operation) in operations() {
        let id = operation["operationId"].as_str().unwrap();
        let (_, row) = TABLE.iter().find(|(name, _)| *name == id).unwrap();
        // Some operations end the caller's session: every one gets callers of its own.
        let tag = id.replace('_', " ");
        let tokens = [
            None,
            app.persona(&format!("Apple {tag}"), api_types::accounts::Role::Applicant).await.token(),
            app.persona(&format!("Meg {tag}"), api_types::accounts::Role::Member).await.token(),
            app.persona(&format!("Mo {tag}"), api_types::accounts::Role::Moderator).await.token(),
            app.persona(&format!("Ann {tag}"), api_types::accounts::Role::Admin).await.token(),
            suspended.token(),
        ];
        let path = path.replace("{id}", "999999").replace("{member_id}", "999999").replace("{kind}", "thread");
        for ((caller, token), wanted) in CALLERS.iter().zip(tokens).zip(row) {
            let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
            let mut request = reqwest::Client::new()
                .request(method, format!("{}{path}", app.base_url))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .body("{}");
            if let Some(token) = token {
                request = request.bearer_auth(token);
            }
            let status = request.send().await.unwrap().status().as_u16();
            let is_as_said = if *wanted == 0 {
                (status != 401 && status != 403 || *row == DOOR) && status < 500
            } else {
                status == *wanted
            };
            assert!(is_as_said, "{id} as {caller}: {status}, and the table says {wanted}");
        }
    }
}

async fn suspend(app: &TestApp, id: i64) {
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    entity::member::Entity::update_many()
        .col_expr(entity::member::Column::IsSuspended, Expr::value(true))
        .filter(entity::member::Column::Id.eq(id))
        .exec(&app.deps.write)
        .await
        .unwrap();
}

//! Applications: the operations of the API, by their names.

use api_types::accounts::{MemberSummary, NewMailedLink, NewPassword, Session};
use api_types::membership::{
    Application, ApplicationCounts, ApplicationQuery, ApplicationResult, ApplicationSummary, ApplicationView,
    ApprovalRule, Draft, FormQuestion, FormQuestionPatch, LinkSecret, MyApplication, NewApplication,
    NewApplicationAction, NewApplicationMessage, NewApprovalRule, NewAssignee, NewDecision, NewDraft, NewFormQuestion,
    NewReply,
};
use api_types::{ApplicationId, ApprovalRuleId, FormQuestionId, Page};

use crate::error::Result;
use crate::transport::{Body, Client, Method, json, with_query};

impl Client {
    /// Applies for membership.
    pub async fn submit_application(&self, new: &NewApplication) -> Result<()> {
        self.act(Method::Post, "/applications", json(new)?).await
    }

    /// Asks for the mail with the confirmation link again.
    pub async fn resend_confirmation(&self, new: &NewMailedLink) -> Result<()> {
        self.act(Method::Post, "/confirmation-mails", json(new)?).await
    }

    /// Confirms the applicant's address with the secret of the mailed link and sets a password.
    pub async fn confirm_application(&self, new: &NewPassword) -> Result<Session> {
        self.call(Method::Post, "/confirmations", json(new)?, None).await
    }

    /// Tells the applicant where the application stands.
    pub async fn get_my_application(&self) -> Result<MyApplication> {
        self.call(Method::Get, "/me/application", Body::Empty, None).await
    }

    /// Lists the applications.
    pub async fn list_applications(&self, query: &ApplicationQuery) -> Result<Page<ApplicationSummary>> {
        self.call(Method::Get, &with_query("/applications", query)?, Body::Empty, None).await
    }

    /// Gets an application, with hints at doubles.
    pub async fn get_application(&self, id: ApplicationId) -> Result<Application> {
        self.call(Method::Get, &format!("/applications/{id}"), Body::Empty, None).await
    }

    /// Approves or rejects an application; the applicant is mailed.
    pub async fn decide_application(&self, id: ApplicationId, new: &NewDecision) -> Result<Application> {
        self.call(Method::Post, &format!("/applications/{id}/decisions"), json(new)?, None).await
    }

    /// Keeps a form to be finished later; a link to go on is mailed.
    pub async fn save_application_draft(&self, new: &NewDraft) -> Result<()> {
        self.act(Method::Post, "/application-drafts", json(new)?).await
    }

    /// Gets the draft of a mailed link's secret, which stays good.
    pub async fn find_application_draft(&self, secret: &LinkSecret) -> Result<Draft> {
        self.call(Method::Post, "/application-drafts/lookups", json(secret)?, None).await
    }

    /// Writes to staff about the caller's own application.
    pub async fn answer_application(&self, new: &NewReply) -> Result<MyApplication> {
        self.call(Method::Post, "/me/application/messages", json(new)?, None).await
    }

    /// Withdraws the caller's own application, while nothing is decided.
    pub async fn withdraw_application(&self) -> Result<MyApplication> {
        self.call(Method::Delete, "/me/application", Body::Empty, None).await
    }

    /// Counts the applications by where they stand.
    pub async fn count_applications(&self) -> Result<ApplicationCounts> {
        self.call(Method::Get, "/application-counts", Body::Empty, None).await
    }

    /// Tells how the caller likes the queue of applications.
    pub async fn get_application_view(&self) -> Result<ApplicationView> {
        self.call(Method::Get, "/me/application-view", Body::Empty, None).await
    }

    /// Saves how the caller likes the queue of applications.
    pub async fn save_application_view(&self, view: &ApplicationView) -> Result<ApplicationView> {
        self.call(Method::Put, "/me/application-view", json(view)?, None).await
    }

    /// Does the same to several applications; each stands by itself.
    pub async fn act_on_applications(&self, new: &NewApplicationAction) -> Result<Vec<ApplicationResult>> {
        self.call(Method::Post, "/application-actions", json(new)?, None).await
    }

    /// Writes a message, which is mailed to the applicant, or a note that stays with staff.
    pub async fn write_application_message(
        &self,
        id: ApplicationId,
        new: &NewApplicationMessage,
    ) -> Result<Application> {
        self.call(Method::Post, &format!("/applications/{id}/messages"), json(new)?, None).await
    }

    /// Has a member of staff look after an application, or nobody.
    pub async fn assign_application(&self, id: ApplicationId, new: &NewAssignee) -> Result<Application> {
        self.call(Method::Put, &format!("/applications/{id}/assignee"), json(new)?, None).await
    }

    /// Lists the members of staff, by name.
    pub async fn list_staff(&self) -> Result<Vec<MemberSummary>> {
        self.call(Method::Get, "/staff", Body::Empty, None).await
    }
}

/// The registration form's own questions, and the rules that approve applications.
impl Client {
    /// Lists the network's own questions of the registration form.
    pub async fn list_form_questions(&self) -> Result<Vec<FormQuestion>> {
        self.call(Method::Get, "/form-questions", Body::Empty, None).await
    }

    /// Adds a question to the registration form.
    pub async fn create_form_question(&self, new: &NewFormQuestion) -> Result<FormQuestion> {
        self.call(Method::Post, "/form-questions", json(new)?, None).await
    }

    /// Changes a question that was read at `version`.
    pub async fn update_form_question(
        &self,
        id: FormQuestionId,
        version: i32,
        patch: &FormQuestionPatch,
    ) -> Result<FormQuestion> {
        self.call(Method::Patch, &format!("/form-questions/{id}"), json(patch)?, Some(version)).await
    }

    /// Takes a question out of the registration form.
    pub async fn delete_form_question(&self, id: FormQuestionId) -> Result<()> {
        self.act(Method::Delete, &format!("/form-questions/{id}"), Body::Empty).await
    }

    /// Lists the rules that approve applications.
    pub async fn list_approval_rules(&self) -> Result<Vec<ApprovalRule>> {
        self.call(Method::Get, "/approval-rules", Body::Empty, None).await
    }

    /// Sets a rule that approves applications.
    pub async fn create_approval_rule(&self, new: &NewApprovalRule) -> Result<ApprovalRule> {
        self.call(Method::Post, "/approval-rules", json(new)?, None).await
    }

    /// Removes a rule that approves applications.
    pub async fn delete_approval_rule(&self, id: ApprovalRuleId) -> Result<()> {
        self.act(Method::Delete, &format!("/approval-rules/{id}"), Body::Empty).await
    }
}

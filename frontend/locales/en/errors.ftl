# What went wrong, and what to do. One message for each code of the API.
error-malformed_request = The server could not read what was sent. Reload the page and try again.
error-unauthenticated = Your session has ended. Sign in again; what you wrote is kept on this device.
error-wrong_credentials = The email address or the password is wrong. Check both and try again.
error-second_factor_required = Your account asks for a second step.
error-second_factor_missing = Your role needs a second step at sign-in. Set it up in your account.
error-step_up_required = Sign in again to do this: you signed in a while ago.
error-forbidden = You may not do this.
error-foreign_origin = The request seemed to come from another site. Reload the page and try again.
error-not_found = This is not there, or not for you to see.
error-method_not_allowed = The server does not know this act. Reload the page and try again.
error-conflict = That has already been done, perhaps by somebody else. Reload the page to see how it stands.
error-link_expired = This link has been used or has expired. Ask for a new one.
error-edit_conflict = Somebody has changed this since you opened it. Open it anew, and put your changes in again.
error-too_large = That is too large to send.
error-unsupported_media_type = That kind of file is not accepted here.
error-invalid = Something needs to be put right.
error-precondition_required = The page is out of date. Reload it and try again.
error-rate_limited = That was too often in a short time. Wait { $count ->
    [1] a minute
   *[other] { $count } minutes
} and try again.
error-internal = Something went wrong on our side. Try again in a moment.
error-unavailable = The service is busy. Try again in a moment.
error-unknown = Something went wrong. Reload the page and try again.
error-network = The server could not be reached. Check your connection and try again; what you wrote is kept.
error-contract = The answer could not be understood. Reload the page and try again.
field-any-required = Type something here
field-any-too_short = This is too short
field-any-too_long = This is too long
field-any-invalid = This is not right
field-any-wrong = This is wrong
field-title-too_short = Make the title 10 characters or longer
field-title-too_long = Make the title 150 characters or shorter
field-body-required = Write something first
field-body-too_long = Make the text 20,000 characters or shorter
field-summary-required = Say what it is and whom it helps
field-name-too_short = Type a name
field-name-required = Type a name
field-email-too_short = Type an email address, like name@example.org
field-email-required = Type an email address, like name@example.org
field-password-too_short = Make the password 15 characters or longer
field-answers-council-too_short = Type the name of the council
field-answers-job-title-too_short = Type your job title
field-answers-organisation-too_short = Type the name of the organisation
field-answers-offer-too_short = Say what you offer community libraries
field-agrees-required = Tick the box if you accept the group agreement

# Accounts.
password = Password
password-show = Show
library = Library
gate-second-factor = Staff sign in with a second step. Set it up, or sign in again with it, and this page opens.
gate-second-factor-link = Set up the second step

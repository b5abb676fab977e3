
# The words of accounts, people and babies. Only the server shows these pages.

## A new household
people-keep = Keep a record
people-keep-help = Feeds, pumps and how you are, on this server only. The check needs no record.
people-name = What the others call you
people-login = Name or email to sign in with
people-password = Password, 10 letters or more
people-password-again = Your password
people-first-code = Code of this server
people-first-code-help = The server prints it at its start, until somebody owns it.
people-baby = Baby’s name
people-baby-help = Leave it empty when there is no baby to log for.
people-born = Day of birth
people-region = Region
people-units = Units
people-units-metric = ml, kg, °C
people-units-us = oz, lb, °F
people-add = Begin the record
people-codes = Write these codes down
people-codes-help = Each one lets you in once when the password is lost. They are not shown again.
people-codes-done = I have them: go on
people-sign-in = Sign in
people-sign-out = Sign out
people-login-known = Name or email
people-have-one = I have a record: sign in

## What is wrong with a form
people-fault-name = Type a name
people-fault-login = Type a name or email to sign in with
people-fault-login-taken = Somebody signs in with this name already. Choose another
people-fault-password = The password needs 10 letters or more
people-fault-code = This is not the code of this server. Look at what it printed at its start
people-fault-closed = New households are not open on this server. Ask for an invitation
people-fault-born = Type the day of birth, such as 2026-11-01
people-fault-born-future = The day of birth lies in the future
people-fault-sign-in = Name and password do not belong together
people-fault-wait = Too many wrong passwords. Try again at { $at }
people-fault-busy = Too many people sign in at this moment. Try again in a minute
people-fault-old-password = This is not your password
people-fault-passkey = This passkey does not sign in here. Use your password
people-fault-passkey-make = The passkey could not be added. Try again
people-fault-passkey-many = You have { $most } passkeys. Remove one first
people-fault-recover = Name and code do not belong together
people-fault-role = Choose what this person may do
people-fault-kind = Choose what the gadget writes
people-fault-until = Choose the last day
people-fault-until-past = The last day is over. Choose a later one
people-fault-last-owner = A record keeps one owner. Make somebody else an owner first
people-fault-member = You are in this record already. The invitation can still be used
people-fault-zone = There is no such time zone. One is called Europe/London
people-fault-region = Choose a region
people-fault-delete = This is not the name. Nothing was deleted
people-fault-card = Read the card first and tick the box
people-fault-lower = A rule can only be raised. Choose a more urgent level
people-fault-rule = Choose a rule and a level

## The record and its people
people-household = Your record
people-you-are = You are { $name }: { $role }.
people-together = Together
people-yours = Yours
people-data = This record
people-people = People
people-babies = Who it is kept for
people-privacy = What you share
people-privacy-help = And who read what
people-care = For one parent
people-care-help = Unlock a session, raise a rule
people-sessions = Your browsers
people-sessions-help = Where you are signed in
people-passkeys = Passkeys
people-passkeys-help = Sign in without a password
people-password-change = Change your password
people-password-change-help = All your other browsers are signed out.
people-codes-new = New recovery codes
people-codes-new-help = The old ones stop working.
people-households = Your records
people-households-help = Open another one
people-settings = Settings
people-settings-help = Units, region, time zone
people-export = Take a copy
people-export-help = One file, with all that you may see
people-delete = Delete the record
people-delete-help = Can be taken back for 7 days
people-save = Save
people-back = Back
people-you = you

## Roles
people-role = What this person may do
people-role-owner = Owner
people-role-owner-may = Logs, sees all that is shared, invites people, changes settings.
people-role-parent = Parent
people-role-parent-may = Logs, changes and sees all that is shared.
people-role-helper = Helper
people-role-helper-may = Logs, and sees the last 24 hours.
people-role-clinician = Clinician
people-role-clinician-may = Reads what is shared, until a date.
people-role-device = Gadget
people-role-device-may = A button or a scale. Writes one kind, reads nothing.
people-role-until = { $role }, until { $at }
people-role-writes = Gadget: { $kind }
people-day-time = { $day } { $date }, { $time }

## Inviting and leaving
people-invite = Invite somebody
people-invite-go = Make the invitation
people-name-hers = Name
people-until = Last day
people-until-help = For a clinician: she reads until the end of this day.
people-kind = A gadget writes
people-invited = Invited
people-invited-as = { $role }. The link works until { $at }
people-withdraw = Take back
people-left = No longer here
people-gadgets = Gadgets
people-gadget-writes = { $kind }. Last used { $at }
people-revoke = Revoke
people-remove = Remove from this record
people-remove-help = { $name } is signed out at once. What { $name } logged stays, with the name.
people-remove-go = Remove { $name }
people-leave = Leave this record
people-leave-help = You are signed out here at once. What you logged stays, with your name.
people-leave-go = Leave as { $name }
people-link-title = The invitation
people-link-help = Give this link to { $name }. It works once, for 7 days. It is not shown again.
people-link = The link
people-link-picture = The link, for the camera of another phone
people-seen = I have it: go on
people-token-title = The token of a gadget
people-token-help = { $name } writes with this token: { $kind }, nothing else. It is not shown again.
people-token = The token
people-token-how = How the gadget uses it
people-join = An invitation
people-join-help = To the record of { $owners }. You come as: { $role }.
people-join-new = I am new here
people-join-go = Join
people-join-known = I have an account here
people-join-as = Sign in and join
people-join-over = This invitation is over
people-join-over-next = Each one works once, for a few days. Ask for a new link. If you have joined already, sign in.

## Signing in again
people-recover = Password lost
people-recover-help = Use one of the codes that you wrote down. All your other browsers are signed out.
people-recover-go = Sign in with the code
people-code = Code
people-code-help = Such as abcd-efgh-jkmn. Each works once.
people-password-old = Your password now
people-password-new = New password, 10 letters or more
people-sessions-say = End what you do not know, or a phone that was lost.
people-browser = A browser
people-this-browser = This one
people-last-used = Last used { $at }
people-end = End
people-end-others = End all others

## Passkeys
people-passkeys-say = A passkey is a key that stays on your phone, in your browser or in a small device. You open it with your finger, your face or the code of the phone, and need no password.
people-passkeys-too = It works at this address alone, so no false page can ask for it. Your password stays as another way in.
people-passkeys-lost = Is a phone lost? Remove its passkey here.
people-passkey-made = Added { $at }. Not used yet.
people-passkey-used = Last used { $at }
people-passkey-remove = Remove
people-passkey-new = A new passkey
people-passkey-name = What you call it
people-passkey-name-help = Such as the phone that it is on.
people-passkey-make = Add a passkey
people-passkey-use = Use a passkey
people-passkey-missing = This browser or this address cannot use passkeys. They need scripts and an address with https that this server was told of. Your password works here as well.
people-passkey-stopped = It was stopped or took too long. Nothing has changed
people-passkey-already = This phone or device has a passkey of yours already
people-passkey-failed = This browser could not do it. Try again, or use your password

## Who it is kept for
people-babies-add = Add a baby
people-baby-name = Name
people-baby-unnamed = Baby
people-born-on = Born { $day }
people-where = Where now
people-at-home = At home
people-in-hospital = In hospital
people-before = Entries of before
people-died = { $name } died
people-died-help = From now on no page and no count speaks of { $name }. What was logged is kept.
people-died-back = You can take this back at any time.
people-died-go = Save it so
people-take-back = Take it back
people-take-back-help = If this was a slip: { $name } is then on the pages as before.
people-loss = It is saved
people-loss-say = From now on the pages are about you.

## What is her own
people-privacy-say = This is yours. The others see it only when you share it. When you stop sharing, it goes from their phones the next time those connect.
people-share = Share with this record
people-group-symptom = Breast signs
people-group-symptom-more = With your temperatures and relief sessions
people-group-medicine = Your medicines
people-group-mood = Your mood
people-group-check = Checks that you kept
people-log = Who read what
people-log-empty = Nobody has read any of this.
people-log-row = { $kind }, in the hour from { $at }
people-set-for-you = What a clinician has set for you

## What a clinician sets
people-care-say = Choose whom it is for. All of it is written down with your name, and she sees it.
people-care-counts = It counts from now on for her alone, where she is signed in. It does not count where somebody else checks for her: tell them yourself.
people-set = Set so far
people-set-unlock = Unlocked: { $session }
people-set-raise = Rule { $rule } raised to: { $to }
people-set-by = By { $name }, { $at }.
people-set-ended = Taken back { $at }.
people-set-rule-gone = It does not count any more: the rules of now do not have this rule.
people-set-card-old = It does not count any more: the card has changed since.
people-set-lapsed = It does not count any more: the clinician no longer reads here.
people-unlock = Unlock: { $session }
people-unlock-help = All its limits stay. It asks the same questions each time. It ends when you no longer read here.
people-card = The card on vibration
people-card-ask = The card
people-card-read = I have read it
people-unlock-go = Unlock it
people-raise = Raise a rule
people-raise-help = A rule can be raised and never lowered. It stays raised until a clinician takes it back, also after you have left.
people-raise-rule = Rule
people-raise-to = Counts from now on as
people-raise-go = Raise it

## Settings
people-settings-say = What was typed before stays as it was typed.
people-zone = Time zone of home
people-zone-help = Such as Europe/London. Days begin and end by it.
people-volume = Milk
people-mass = Weights
people-temperature = Temperatures
people-length = Lengths
people-unit-ml = ml
people-unit-fl-oz = fl oz
people-unit-g = g
people-unit-kg = kg
people-unit-lb = lb
people-unit-lb-oz = lb and oz
people-unit-c = °C
people-unit-f = °F
people-unit-cm = cm
people-unit-in = in
people-since = Time since the last feed runs from
people-since-start = its start
people-since-end = its end
people-bottles-ask = Bottles
people-bottles = A bottle counts as a feed

## Leaving with everything
people-delete-say = All of it goes: entries, people, settings. Take a copy first.
people-delete-back = For 7 days an owner can take this back. Then nobody can.
people-delete-name = To delete it, type your name: { $name }
people-delete-go = Delete the record
people-waiting = Deleted
people-deleted = A record that was deleted
people-deleted-until = Can be taken back until { $at }
people-undelete = Take back
people-open = Open
people-is-open = Open in this browser
people-own = A record of your own
people-nowhere = No record here is open to you. Ask an owner for an invitation.

## Kinds of entries
people-kind-feed = Feeds
people-kind-pump = Pumping
people-kind-stock = Milk stock
people-kind-nappy = Nappies
people-kind-weight = Weights
people-kind-length = Lengths
people-kind-head = Head sizes
people-kind-temperature = Temperatures
people-kind-medicine = Medicines
people-kind-symptom = Breast signs
people-kind-session = Relief sessions
people-kind-sleep = Sleep
people-kind-mood = Mood
people-kind-check = Checks
people-kind-note = Notes

## Somebody else's to do
people-not-yours = This is for others here to do
people-not-yours-next = Ask an owner of this record.

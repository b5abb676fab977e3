
# The words of accounts, people and babies. Only the server shows these pages.

## A new household
people-keep = Keep a record
people-keep-help = Feeds, pumps and how you are, on this server only. The check needs no record.
people-name = What the others call you
people-login = Name or email to sign in with
people-password = Password, 10 letters or more
people-password-again = Your password
people-first-code = Code of this server
people-first-code-help = It was printed when the server was started for the first time.
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

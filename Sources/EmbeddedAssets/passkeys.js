// Passkeys on the pages of an account and of the log-in. Both have another way for those without scripts.

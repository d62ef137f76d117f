// On pages that end a session, and on forms that do: no text stays in a browser whose next user is another.
import { clearJournals } from "/assets/journal.js";

if (document.querySelector("[data-clear-journal]")) clearJournals();

import { deleteOldSignInEmails } from "../../db/emails.server";
import { deleteEndedSessions } from "../../db/sessions.server";
import { deleteOldChallenges } from "../../db/sign-in.server";
import type { Context } from "../context.server";
import { DAY_MS } from "../time";

const ROWS_A_RUN = 1_000;

/** For how long a partner can see that a code went out. */
const EMAILS_KEPT_MS = 30 * DAY_MS;

/** Forgets sessions that have run out, challenges that no limit counts any more, and to whom codes were sent. */
export async function forgetOldSignIns({ db, now }: Context): Promise<void> {
  await deleteOldChallenges(db, now() - DAY_MS, ROWS_A_RUN);
  await deleteEndedSessions(db, now(), ROWS_A_RUN);
  await deleteOldSignInEmails(db, now() - EMAILS_KEPT_MS, ROWS_A_RUN);
}

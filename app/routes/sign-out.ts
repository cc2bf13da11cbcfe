import { redirect } from "@remix-run/cloudflare";
import { endSession } from "../auth/session.server";
import { sessionCookie } from "../http/cookies.server";
import { forVisitor } from "../http/handlers.server";
import { realmOf } from "../http/sign-in-site";

export const loader = () => redirect("/sign-in");

export const action = forVisitor(async ({ visit, ...context }) => {
  if (visit.tokenHash) await endSession(context, realmOf(visit), visit.tokenHash);
  const cleared = await sessionCookie(context.settings).serialize("", { maxAge: 0 });
  const next = visit.site === "portal" && visit.preview ? "/preview" : "/sign-in";
  return redirect(next, { status: 303, headers: { "set-cookie": cleared } });
});

import { redirect } from "@remix-run/cloudflare";
import { forVisitor } from "../http/handlers.server";

export const loader = forVisitor(async ({ visit }) =>
  redirect(visit.site === "platform" ? "/home" : "/credits"),
);

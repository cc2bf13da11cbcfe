import type { Progress } from "../accounts/change-account";
import type { Courier } from "../delivery/courier";
import { StripeError } from "../http/api-error";
import type { World } from "../world";
import { showAccountPage } from "./account-page";
import { showAuthenticatePage, submitAuthenticatePage } from "./authenticate-page";
import { submitAction } from "./dashboard-action";
import { showDashboardPage } from "./dashboard-page";
import { showEventPage } from "./event-page";
import { notFound, notice, redirect } from "./layout";
import { showOnboardingPage, submitOnboardingPage } from "./onboarding-page";
import { showPayPage, submitPayPage } from "./pay-page";
import { showReceiptPage } from "./receipt-page";

/** The pages of checkout.stripe.com, connect.stripe.com and the dashboard, all without JavaScript. */
export async function answerPage(world: World, courier: Courier, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.split("/").slice(1).map(decodeURIComponent);
  try {
    if (request.method === "GET") return show(world, path);
    if (request.method === "POST") return await submit(world, courier, path, await request.formData());
    return notFound();
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return notice("That is not possible", error.message, { label: "Open the dashboard", href: "/dashboard" });
  }
}

function show(world: World, [area = "", part = "", id = "", link = ""]: string[]): Response {
  if (area === "") return redirect("/dashboard");
  if (area === "c" && part === "pay") return showPayPage(world, id);
  if (area === "c" && part === "authenticate") return showAuthenticatePage(world, id);
  if (area === "setup" && part === "c") return showOnboardingPage(world, id, link);
  if (area === "receipts") return showReceiptPage(world, part);
  if (area !== "dashboard") return notFound();
  if (part === "") return showDashboardPage(world);
  return part === "events" ? showEventPage(world, id) : showAccountPage(world, part);
}

async function submit(
  world: World,
  courier: Courier,
  [area = "", part = "", id = "", last = ""]: string[],
  form: FormData,
): Promise<Response> {
  const field = (name: string) => String(form.get(name) ?? "");
  if (area === "c" && part === "pay") {
    const card = field("number").trim() || field("card");
    return submitPayPage(world, courier, id, { email: field("email"), card });
  }
  if (area === "c" && part === "authenticate") {
    const answer = field("answer") === "complete" ? "complete" : "fail";
    return submitAuthenticatePage(world, courier, id, answer);
  }
  if (area === "setup" && part === "c") {
    return submitOnboardingPage(world, courier, id, last, readProgress(field("progress")));
  }
  if (area === "dashboard") return submitAction(world, courier, part, id, last, field("amount"));
  return notFound();
}

const readProgress = (value: string): Progress =>
  value === "complete" || value === "restricted" ? value : "unfinished";

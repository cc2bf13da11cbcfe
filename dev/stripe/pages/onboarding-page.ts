import { changeStanding, linkedAccount, type Progress, standingAfter } from "../accounts/change-account";
import type { Courier } from "../delivery/courier";
import { patiently } from "../delivery/patience";
import { PLATFORM } from "../platform";
import { Scope } from "../scope";
import type { World } from "../world";
import { html } from "./html";
import { notFound, page, redirect } from "./layout";
import { sellerOf } from "./seller";

/** Stripe's questions to a new account, in three buttons. */
export function showOnboardingPage(world: World, account: string, linkId: string): Response {
  const found = openLink(world, account, linkId);
  if (found instanceof Response) return found;
  const { body } = linkedAccount(new Scope(world, PLATFORM), account);
  const due = body.requirements?.currently_due ?? [];
  const content = html`<section class="card">
  <h1>Set up ${sellerOf(world, account)}</h1>
  <p class="quiet">${body.email} · <code>${account}</code></p>
  ${
    due.length === 0
      ? html`<p>Stripe needs nothing more from you.</p>`
      : html`<p>Stripe still needs ${due.length} ${due.length === 1 ? "answer" : "answers"}:</p>
  <ul class="log">${due.map((requirement) => html`<li><code>${requirement}</code></li>`)}</ul>`
  }
  <form method="post" action="/setup/c/${account}/${linkId}">
    <button class="full" name="progress" value="complete">Complete</button>
    <button class="full second" name="progress" value="unfinished">Leave unfinished</button>
    <button class="full second" name="progress" value="restricted">Submit, but be restricted</button>
  </form>
</section>`;
  return page({ title: "Set up your account" }, content);
}

export async function submitOnboardingPage(
  world: World,
  courier: Courier,
  account: string,
  linkId: string,
  progress: Progress,
): Promise<Response> {
  const found = openLink(world, account, linkId);
  if (found instanceof Response) return found;
  const { events } = world.change(() => {
    world.objects.save<"onboarding_link">({ ...found, used: true });
    // To leave is to change nothing: an account that was complete before stays so.
    if (progress !== "unfinished")
      changeStanding(new Scope(world, PLATFORM), account, standingAfter(progress));
  });
  await patiently(courier.deliver(events));
  return redirect(found.return_url);
}

/** A link works once and for a few minutes; after that the application has to make a new one. */
function openLink(world: World, account: string, linkId: string) {
  const link = world.objects.findInAnyAccount("onboarding_link", linkId)?.body;
  if (link?.account !== account) return notFound();
  const usable = !link.used && link.expires_at > world.clock.now_s();
  return usable ? link : redirect(link.refresh_url);
}

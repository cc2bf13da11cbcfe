import { env } from "cloudflare:test";
import { newId } from "../../app/ids";
import { stripe } from "./outside";
import { Customer, Member, Owner } from "./people";
import { Visitor } from "./visitor";

export interface PlanSpec {
  name: string;
  credits: number;
  priceMinor: number;
  currency?: string;
  description?: string;
  active?: boolean;
  popular?: boolean;
  audience?: "all" | "selected";
}

export const starterPack: PlanSpec = { name: "Starter Pack", credits: 1_000, priceMinor: 4_900 };
export const proBundle: PlanSpec = { name: "Pro Bundle", credits: 5_000, priceMinor: 19_900, popular: true };

interface ShopSpec {
  tier?: "free_forever" | "starter" | "pro" | "enterprise";
  account?: "none" | "onboarding" | "restricted" | "ready";
  plans?: PlanSpec[];
}

let shops = 0;

/** A partner with a portal, a Stripe account and plans, in a corner of the database of its own. */
export async function openShop({
  tier = "pro",
  account = "ready",
  plans = [],
}: ShopSpec = {}): Promise<Shop> {
  shops += 1;
  const shop = new Shop(`shop-${shops}-${crypto.randomUUID().slice(0, 8)}`);
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO partners (id, name, tier, support_email, created_at) VALUES (?, ?, ?, ?, 1)",
    ).bind(shop.partnerId, shop.title, tier, `help@${shop.name}.test`),
    env.DB.prepare(
      "INSERT INTO partner_members (id, partner_id, email, name, role, created_at) VALUES (?, ?, ?, 'Olivia', 'owner', 1)",
    ).bind(shop.ownerId, shop.partnerId, shop.ownerEmail),
    env.DB.prepare(
      "INSERT INTO portals (id, partner_id, subdomain, title, created_at) VALUES (?, ?, ?, ?, 1)",
    ).bind(`portal_${shop.name}`, shop.partnerId, shop.name, shop.title),
  ]);
  if (account !== "none") await shop.connect(account);
  for (const plan of plans) await shop.offers(plan);
  return shop;
}

export class Shop {
  readonly partnerId: string;
  readonly title: string;
  readonly host: string;
  readonly accountId: string;
  readonly ownerId = newId("member");
  readonly ownerEmail: string;

  constructor(readonly name: string) {
    this.partnerId = `partner_${name}`;
    this.title = `Agents of ${name}`;
    this.host = `${name}.localhost:8787`;
    this.accountId = `acct_${name.replaceAll("-", "")}`;
    this.ownerEmail = `owner@${name}.test`;
  }

  async connect(state: "onboarding" | "restricted" | "ready"): Promise<void> {
    const details_submitted = state !== "onboarding";
    const charges_enabled = state === "ready";
    const currently_due = charges_enabled ? [] : ["external_account"];
    await stripe.openAccount({
      id: this.accountId,
      email: this.ownerEmail,
      business_name: this.title,
      details_submitted,
      charges_enabled,
      payouts_enabled: charges_enabled,
      currently_due,
    });
    await env.DB.prepare(
      `INSERT INTO connected_accounts (partner_id, account_id, details_submitted, charges_enabled, payouts_enabled,
         requirements_due, disabled_reason, synced_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1)`,
    )
      .bind(
        this.partnerId,
        this.accountId,
        Number(details_submitted),
        Number(charges_enabled),
        Number(charges_enabled),
        JSON.stringify(currently_due),
        state === "restricted" ? "requirements.past_due" : null,
      )
      .run();
  }

  /** Puts a plan on offer without the form, for stories that begin after it. */
  async offers(plan: PlanSpec): Promise<string> {
    const id = newId("plan");
    await env.DB.prepare(
      `INSERT INTO credit_plans (id, partner_id, version, name, credits, price_minor, currency, description, active,
         popular, audience, form_id, created_at, updated_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1)`,
    )
      .bind(
        id,
        this.partnerId,
        plan.name,
        plan.credits,
        plan.priceMinor,
        plan.currency ?? "usd",
        plan.description ?? "",
        Number(plan.active ?? true),
        Number(plan.popular ?? false),
        plan.audience ?? "all",
        id,
      )
      .run();
    return id;
  }

  /** Somebody who may sign in and has not yet; answers their id. */
  async invites(email: string, name = "", id = newId("customer")): Promise<string> {
    await env.DB.prepare(
      "INSERT INTO customers (id, partner_id, email, name, portal_access, created_at) VALUES (?, ?, ?, ?, 'invited', 1)",
    )
      .bind(id, this.partnerId, email, name)
      .run();
    return id;
  }

  /** A customer who is signed in to this shop's portal. */
  async customer(name = "ana"): Promise<Customer> {
    const id = newId("customer");
    const email = `${name}.${id.slice(-6)}@customer.test`;
    await this.invites(email, name, id);
    const customer = new Customer(this, id, email, new Visitor(this.host));
    await customer.signsIn();
    return customer;
  }

  async owner(): Promise<Owner> {
    const owner = new Owner(this, this.ownerId, this.ownerEmail, new Visitor("localhost:8787"));
    await owner.signsIn();
    return owner;
  }

  /** A colleague of the owner, signed in. */
  async member(name = "mia"): Promise<Member> {
    const id = newId("member");
    const email = `${name}@${this.name}.test`;
    await env.DB.prepare(
      "INSERT INTO partner_members (id, partner_id, email, name, role, created_at) VALUES (?, ?, ?, ?, 'member', 2)",
    )
      .bind(id, this.partnerId, email, name)
      .run();
    const member = new Member(this, id, email, new Visitor("localhost:8787"));
    await member.signsIn();
    return member;
  }
}

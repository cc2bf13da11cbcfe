import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * D1 as drizzle sees it. The constraints live in `migrations/`, which is what the database runs.
 * Times are milliseconds since 1970 UTC.
 */

export * from "./copied-tables";
export * from "./email-tables";
export * from "./portal-tables";
export * from "./reconcile-tables";

const flag = (name: string) => integer(name, { mode: "boolean" });

/** The agencies that sell. Written by the platform's operator. */
export const partners = sqliteTable("partners", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  tier: text("tier", { enum: ["free_forever", "starter", "pro", "enterprise"] }).notNull(),
  defaultCurrency: text("default_currency").notNull(),
  platformFeeBps: integer("platform_fee_bps").notNull(),
  refundPolicy: text("refund_policy", { enum: ["manual", "available", "full"] }).notNull(),
  planOrder: text("plan_order", { enum: ["dearest_first", "cheapest_first", "custom"] }).notNull(),
  supportEmail: text("support_email"),
  createdAt: integer("created_at").notNull(),
});

/** The people who work for a partner. */
export const partnerMembers = sqliteTable("partner_members", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  email: text("email").notNull(),
  name: text("name").notNull(),
  role: text("role", { enum: ["owner", "member"] }).notNull(),
  /** When they were last invited; null once they have come. */
  invitedAt: integer("invited_at"),
  createdAt: integer("created_at").notNull(),
});

/** A partner's Stripe account as Stripe last described it. Written by what Stripe answers and sends. */
export const connectedAccounts = sqliteTable("connected_accounts", {
  partnerId: text("partner_id").primaryKey(),
  accountId: text("account_id").notNull(),
  livemode: flag("livemode").notNull(),
  detailsSubmitted: flag("details_submitted").notNull(),
  chargesEnabled: flag("charges_enabled").notNull(),
  payoutsEnabled: flag("payouts_enabled").notNull(),
  requirementsDue: text("requirements_due", { mode: "json" }).$type<string[]>().notNull(),
  requirementsDeadline: integer("requirements_deadline"),
  disabledReason: text("disabled_reason"),
  deauthorizedAt: integer("deauthorized_at"),
  syncedAt: integer("synced_at").notNull(),
});

/** The whitelabel site of a partner. */
export const portals = sqliteTable("portals", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  subdomain: text("subdomain").notNull(),
  enabled: flag("enabled").notNull(),
  title: text("title").notNull(),
  slogan: text("slogan").notNull(),
  brandColor: text("brand_color"),
  theme: text("theme", { enum: ["auto", "light", "dark"] }).notNull(),
  /** What this partner calls a credit. */
  creditWord: text("credit_word", { enum: ["credits", "minutes", "tokens", "units"] }).notNull(),
  termsUrl: text("terms_url"),
  privacyUrl: text("privacy_url"),
  logoId: text("logo_id"),
  faviconId: text("favicon_id"),
  /** Whether somebody whom nobody invited may become a customer by signing in. */
  signupsAllowed: flag("signups_allowed").notNull(),
  /** The partner's own domain while it is active. */
  customHost: text("custom_host"),
  locale: text("locale").notNull(),
  createdAt: integer("created_at").notNull(),
});

/** A partner's end customers. Their money is in their wallets, not here. */
export const customers = sqliteTable("customers", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  email: text("email").notNull(),
  name: text("name").notNull(),
  portalAccess: text("portal_access", { enum: ["none", "invited", "active", "blocked"] }).notNull(),
  aiCreditsEnabled: flag("ai_credits_enabled").notNull(),
  purchasesBlocked: flag("purchases_blocked").notNull(),
  /** Read by the partner alone; empty while nothing is blocked. */
  purchasesBlockedReason: text("purchases_blocked_reason").notNull(),
  emailVerifiedAt: integer("email_verified_at"),
  company: text("company").notNull(),
  externalId: text("external_id"),
  /** Null where no price was set: use is recorded at no cost then. */
  creditsPerMinuteMicros: integer("credits_per_minute_micros"),
  graceSeconds: integer("grace_seconds").notNull(),
  lowThresholdMicros: integer("low_threshold_micros"),
  lowAlertEnabled: flag("low_alert_enabled").notNull(),
  /** Whether the balance is at or below the threshold. Kept by the database's own triggers. */
  isLow: flag("is_low").notNull(),
  /** The language that they chose in the portal. */
  locale: text("locale"),
  invitedAt: integer("invited_at"),
  createdAt: integer("created_at").notNull(),
});

/** Which customers a plan is shown to (of a plan for selected ones) or hidden from (of a plan for all). */
export const planAudience = sqliteTable(
  "plan_audience",
  {
    partnerId: text("partner_id").notNull(),
    customerId: text("customer_id").notNull(),
    planId: text("plan_id").notNull(),
    mode: text("mode", { enum: ["show", "hide"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.customerId, table.planId] })],
);

/** One e-mail with a code and a link, until it is redeemed. Written by sign-in. */
export const signInChallenges = sqliteTable("sign_in_challenges", {
  id: text("id").primaryKey(),
  realm: text("realm").notNull(),
  email: text("email").notNull(),
  codeMac: text("code_mac").notNull(),
  linkHash: text("link_hash").notNull(),
  attempts: integer("attempts").notNull(),
  createdAt: integer("created_at").notNull(),
  expiresAt: integer("expires_at").notNull(),
  usedAt: integer("used_at"),
  /** A keyed hash of the network that asked, for counting; null where none was told. */
  client: text("client"),
});

/** Who is signed in where. The token itself is only in the person's cookie. */
export const sessions = sqliteTable("sessions", {
  tokenHash: text("token_hash").primaryKey(),
  realm: text("realm").notNull(),
  subjectId: text("subject_id").notNull(),
  createdAt: integer("created_at").notNull(),
  expiresAt: integer("expires_at").notNull(),
  /** The member who looks at the portal as this customer; null where the customer has signed in. */
  previewedBy: text("previewed_by"),
  /** The member's own session, with which the look ends. */
  openedFrom: text("opened_from"),
  /** By which a page names a session; the token's hash never leaves the database. */
  id: text("id").notNull(),
  lastSeenAt: integer("last_seen_at").notNull(),
  userAgent: text("user_agent").notNull(),
});

/** What a partner offers today. Written by the partner. */
export const creditPlans = sqliteTable("credit_plans", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  version: integer("version").notNull(),
  name: text("name").notNull(),
  credits: integer("credits").notNull(),
  priceMinor: integer("price_minor").notNull(),
  currency: text("currency").notNull(),
  description: text("description").notNull(),
  active: flag("active").notNull(),
  popular: flag("popular").notNull(),
  formId: text("form_id").notNull(),
  /** For the partner's own pricing; no customer and no purchase learns it. */
  unitCostMinorPer1000: integer("unit_cost_minor_per_1000"),
  /** The place in the partner's own order, or null for a plan that was never moved. */
  sortOrder: integer("sort_order"),
  audience: text("audience", { enum: ["all", "selected"] }).notNull(),
  createdAt: integer("created_at").notNull(),
  updatedAt: integer("updated_at").notNull(),
  deletedAt: integer("deleted_at"),
});

/** What a plan said at each version; never changed. */
export const creditPlanVersions = sqliteTable(
  "credit_plan_versions",
  {
    planId: text("plan_id").notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    credits: integer("credits").notNull(),
    priceMinor: integer("price_minor").notNull(),
    currency: text("currency").notNull(),
    description: text("description").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.version] })],
);

/** Who changed what. Written in the same batch as the change, or as the copy of it where a wallet was changed by hand. */
export const auditLog = sqliteTable("audit_log", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  actorType: text("actor_type", { enum: ["member", "customer", "system"] }).notNull(),
  actorId: text("actor_id").notNull(),
  action: text("action").notNull(),
  objectId: text("object_id").notNull(),
  before: text("before", { mode: "json" }).$type<Record<string, unknown>>(),
  after: text("after", { mode: "json" }).$type<Record<string, unknown>>(),
  at: integer("at").notNull(),
});

/**
 * Every proven event from Stripe and what became of it. Written by the webhook receiver and by replays; the cron
 * forgets old payloads, which are then JSON's null.
 */
export const webhookEvents = sqliteTable(
  "webhook_events",
  {
    eventId: text("event_id").notNull(),
    accountId: text("account_id").notNull(),
    type: text("type").notNull(),
    livemode: flag("livemode").notNull(),
    outcome: text("outcome", { enum: ["processed", "ignored", "quarantined", "failed"] }).notNull(),
    detail: text("detail").notNull(),
    purchaseId: text("purchase_id"),
    payload: text("payload").notNull(),
    deliveries: integer("deliveries").notNull(),
    receivedAt: integer("received_at").notNull(),
    lastDeliveryAt: integer("last_delivery_at").notNull(),
    durationMs: integer("duration_ms").notNull(),
    replays: integer("replays").notNull(),
    lastReplayAt: integer("last_replay_at"),
    lastReplayBy: text("last_replay_by"),
    lastReplayOutcome: text("last_replay_outcome", {
      enum: ["processed", "ignored", "quarantined", "failed"],
    }),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.accountId] })],
);

import type { Customer, Portal } from "../../db/portals.server";
import { NOW } from "../sample-time";

export const samplePortal = (changes: Partial<Portal> = {}): Portal => ({
  id: "portal_acme",
  partnerId: "partner_acme",
  subdomain: "acme",
  enabled: true,
  title: "Acme AI",
  slogan: "",
  brandColor: "#0f766e",
  theme: "auto",
  creditWord: "credits",
  termsUrl: null,
  privacyUrl: null,
  logoId: null,
  faviconId: null,
  signupsAllowed: false,
  customHost: null,
  locale: "en-US",
  createdAt: NOW,
  ...changes,
});

/** A customer who may see and buy everything. */
export const sampleCustomer = (changes: Partial<Customer> = {}): Customer => ({
  id: "customer_ana",
  partnerId: "partner_acme",
  email: "ana@customer.test",
  name: "Ana",
  portalAccess: "active",
  aiCreditsEnabled: true,
  purchasesBlocked: false,
  purchasesBlockedReason: "",
  emailVerifiedAt: NOW,
  company: "",
  externalId: null,
  creditsPerMinuteMicros: null,
  graceSeconds: 0,
  lowThresholdMicros: null,
  lowAlertEnabled: true,
  isLow: false,
  locale: null,
  invitedAt: null,
  createdAt: NOW,
  ...changes,
});

import { isPermitted, type Role, type Task } from "./permission";

/** A page of Settings, as its index shows and finds it. */
export interface SettingsPage {
  href: string;
  label: string;
  /** What is decided there, in one sentence. */
  sentence: string;
  /** Other words that people look for it by. */
  keywords: readonly string[];
  /** What one must be permitted for the page to be of any use; without it, everybody may open it. */
  needs?: Task;
}

export interface SettingsGroup {
  title: string;
  pages: readonly SettingsPage[];
}

/** Every page of Settings, once: the index, its search and its anchors follow from this list. */
export const SETTINGS: readonly SettingsGroup[] = [
  {
    title: "Selling",
    pages: [
      {
        href: "/settings/customer-credit-plans",
        label: "Customer Credit Plans",
        sentence: "The credit packages that your customers buy in your portal.",
        keywords: ["price", "package", "product", "popular", "active", "order"],
      },
      {
        href: "/settings/stripe-connect",
        label: "Stripe Connect",
        sentence: "The Stripe account on which your customers pay you.",
        keywords: ["payments", "payouts", "bank", "charges", "connect", "disconnect"],
      },
      {
        href: "/settings/refund-policy",
        label: "Refund policy",
        sentence: "What happens to credits when their money goes back to the customer.",
        keywords: ["dispute", "chargeback", "deduct"],
      },
    ],
  },
  {
    title: "Portal",
    pages: [
      {
        href: "/settings/portal",
        label: "White-label portal",
        sentence: "Name, colour, logo and language of the portal that your customers see.",
        keywords: [
          "brand",
          "title",
          "slogan",
          "favicon",
          "theme",
          "dark",
          "subdomain",
          "terms",
          "privacy",
          "support",
        ],
      },
      {
        href: "/settings/custom-domain",
        label: "Custom domain",
        sentence: "The address of your own under which customers find your portal.",
        keywords: ["dns", "cname", "host", "url", "certificate", "ssl"],
        needs: "change_portal_domain",
      },
      {
        href: "/settings/email-domain",
        label: "E-mail domain",
        sentence: "The address of your own that e-mails to your customers come from.",
        keywords: ["dns", "spf", "dkim", "dmarc", "sender", "from"],
        needs: "change_email_domain",
      },
      {
        href: "/settings/emails",
        label: "E-mails",
        sentence: "What your customers are told, how it looks, and what became of each message.",
        keywords: ["mail", "receipt", "notification", "alert", "preview", "test", "sent"],
      },
    ],
  },
  {
    title: "Workspace",
    pages: [
      {
        href: "/settings/plan-tier",
        label: "Plan tier",
        sentence: "What you pay Topup for: Free Forever, Starter, Pro or Enterprise.",
        keywords: ["upgrade", "subscription", "fee", "limit"],
      },
      {
        href: "/settings/team",
        label: "Team",
        sentence: "Who works with you here, and who of them is an owner.",
        keywords: ["members", "people", "invite", "colleague", "role", "permission"],
        needs: "manage_team",
      },
      {
        href: "/settings/audit-log",
        label: "Audit log",
        sentence: "Who changed what, when, and what it was before.",
        keywords: ["history", "changes", "activity", "security"],
      },
      {
        href: "/settings/account",
        label: "Your account",
        sentence: "Who you are here, where you are signed in, and signing out everywhere.",
        keywords: ["session", "device", "browser", "sign-out", "log", "security", "profile"],
      },
    ],
  },
];

/** What a member may open of it. */
export const settingsOf = (role: Role): SettingsGroup[] =>
  SETTINGS.map(({ title, pages }) => ({
    title,
    pages: pages.filter(({ needs }) => !needs || isPermitted(role, needs)),
  }));

/** Where the index is scrolled to a page: the last word of its address. */
export const anchorOf = ({ href }: SettingsPage): string => href.slice(href.lastIndexOf("/") + 1);

/** The pages in which each word that was typed begins a word; groups without any are left out. */
export function findSettings(groups: readonly SettingsGroup[], typed: string): SettingsGroup[] {
  const words = wordsOf(typed);
  return groups
    .map(({ title, pages }) => ({ title, pages: pages.filter((page) => isFound(page, title, words)) }))
    .filter(({ pages }) => pages.length > 0);
}

function isFound({ label, sentence, keywords }: SettingsPage, group: string, typed: readonly string[]) {
  const known = wordsOf([group, label, sentence, ...keywords].join(" "));
  return typed.every((word) => known.some((one) => one.startsWith(word)));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

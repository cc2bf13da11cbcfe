import { newId } from "../../app/ids";
import type { RefundPolicy } from "../../app/refunds/reversal";
import type { Database } from "../../db/client.server";
import type { PartnerMember } from "../../db/partners.server";
import type { ConnectedAccount, Customer, Partner, Portal } from "../../db/portals.server";
import { connectedAccounts, customers, partnerMembers, partners, portals } from "../../db/schema";
import { sampleCustomer, samplePortal } from "../portals/sample-portal";

/** A partner with all that a request of its portal or dashboard finds in D1. */
export interface Shop {
  partner: Partner;
  portal: Portal;
  account: ConnectedAccount;
  member: PartnerMember;
  customers: Customer[];
}

interface Wishes {
  currency: string;
  refundPolicy: RefundPolicy;
  customerCount: number;
}

export async function openShop(db: Database, wishes: Wishes): Promise<Shop> {
  const shop = describeShop(crypto.randomUUID().replaceAll("-", ""), wishes);
  await db.batch([
    db.insert(partners).values(shop.partner),
    db.insert(portals).values(shop.portal),
    db.insert(connectedAccounts).values(shop.account),
    db.insert(partnerMembers).values(shop.member),
    db.insert(customers).values(shop.customers),
  ]);
  return shop;
}

function describeShop(name: string, { currency, refundPolicy, customerCount }: Wishes): Shop {
  const partnerId = `partner_${name}`;
  return {
    partner: {
      id: partnerId,
      name: "Agents",
      tier: "pro",
      defaultCurrency: currency,
      platformFeeBps: 250,
      refundPolicy,
      planOrder: "dearest_first",
      supportEmail: null,
      createdAt: 1,
    },
    portal: samplePortal({ id: `portal_${name}`, partnerId, subdomain: name, title: "Agents" }),
    account: describeAccount(partnerId, `acct_${name}`),
    member: {
      id: newId("member"),
      partnerId,
      email: `owner@${name}.test`,
      name: "Olivia",
      role: "owner",
      invitedAt: null,
      createdAt: 1,
    },
    customers: Array.from({ length: customerCount }, (_, index) =>
      describeCustomer(partnerId, `customer${index}@${name}.test`),
    ),
  };
}

const describeAccount = (partnerId: string, accountId: string): ConnectedAccount => ({
  partnerId,
  accountId,
  livemode: false,
  detailsSubmitted: true,
  chargesEnabled: true,
  payoutsEnabled: true,
  requirementsDue: [],
  requirementsDeadline: null,
  disabledReason: null,
  deauthorizedAt: null,
  syncedAt: 1,
});

const describeCustomer = (partnerId: string, email: string): Customer =>
  sampleCustomer({ id: newId("customer"), partnerId, email });

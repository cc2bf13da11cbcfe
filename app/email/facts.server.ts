import * as z from "zod";
import type { Database } from "../../db/client.server";
import {
  findMailedEntry,
  findMailedPurchase,
  findMailedRefund,
  findReceipt,
} from "../../db/email-facts.server";
import type { Email, EmailKind } from "../../db/emails.server";
import type { Facts } from "./kinds";

const OfRefund = z.object({ purchaseId: z.string() });
const OfEntry = z.object({ seq: z.number().int() });
const OfAlert = z.object({ balanceMicros: z.number().int() });
const MemberInvitation = z.object({ partnerName: z.string(), invitedBy: z.string() });

/** Where each kind finds what it must know. Null says that there is nothing to say any more. */
export const FACTS: { [Kind in EmailKind]: (db: Database, email: Email) => Promise<Facts[Kind] | null> } = {
  receipt: (db, { partnerId, subjectId }) => findReceipt(db, partnerId, subjectId),
  payment_processing: inState("processing"),
  payment_failed: inState("failed", "expired"),
  refund_recorded: (db, { partnerId, subjectId, details }) =>
    findMailedRefund(db, partnerId, OfRefund.parse(details).purchaseId, subjectId),
  credits_removed: ofEntry,
  credits_returned: ofEntry,
  low_credits: ofAlert,
  credits_used_up: ofAlert,
  credits_added: ofEntry,
  credits_deducted: ofEntry,
  invitation: async () => ({}),
  member_invitation: async (_, { details }) => MemberInvitation.parse(details),
  // Sent at once and kept nowhere: there is nothing to make such a message of later.
  sign_in: async () => null,
  member_sign_in: async () => null,
};

/** A purchase that has gone on since is told of by what it has become. */
function inState(...states: string[]) {
  return async (db: Database, { partnerId, subjectId }: Email) => {
    const purchase = await findMailedPurchase(db, partnerId, subjectId);
    return purchase && states.includes(purchase.state) ? { purchase } : null;
  };
}

function ofEntry(db: Database, { partnerId, customerId, details }: Email) {
  return findMailedEntry(db, partnerId, customerId ?? "", OfEntry.parse(details).seq);
}

async function ofAlert(_: Database, { details, createdAt }: Email) {
  return { ...OfAlert.parse(details), at: createdAt };
}

import { listSwitches, writeSwitch } from "../../db/sent-emails.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { formUnusable } from "../refusals";
import { KINDS, readCustomerKind } from "./kinds";

/** Switches a kind of message on or off. What a customer has a right to be told stays on. */
export async function switchKind(
  { db, partner, member, now }: PartnerContext,
  kindText: string | null,
  to: boolean,
): Promise<void> {
  const kind = readCustomerKind(kindText);
  if (!kind || KINDS[kind].standing === "always") throw formUnusable();
  const isOn = (await listSwitches(db, partner.id)).get(kind) ?? KINDS[kind].standing === "on";
  if (isOn === to) return;
  await writeSwitch(db, partner.id, kind, to, {
    id: newId("audit"),
    actorType: "member",
    actorId: member.id,
    action: to ? "email_kind.switched_on" : "email_kind.switched_off",
    objectId: kind,
    before: { isOn },
    after: { isOn: to },
    at: now(),
  });
}

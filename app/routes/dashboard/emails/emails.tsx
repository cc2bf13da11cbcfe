import { redirect } from "@remix-run/cloudflare";
import { Form, useLoaderData } from "@remix-run/react";
import { listSwitches } from "../../../../db/sent-emails.server";
import { CUSTOMER_KINDS, KINDS, readCustomerKind } from "../../../email/kinds";
import { switchKind } from "../../../email/switch-kind.server";
import { forPartner } from "../../../http/handlers.server";
import { formUnusable } from "../../../refusals";
import { Card } from "../../../ui/Card";
import { type Column, DataTable } from "../../../ui/DataTable";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { SwitchButton } from "../../../ui/SwitchButton";
import { TextLink } from "../../../ui/TextLink";
import { EmailTabs } from "./EmailTabs";

const PAGE = "/settings/emails";

export const meta = () => [{ title: "E-mails · Topup" }];

export const loader = forPartner(async ({ db, partner }, { request }) => {
  const switches = await listSwitches(db, partner.id);
  const switched = readCustomerKind(new URL(request.url).searchParams.get("switched"));
  return {
    kinds: CUSTOMER_KINDS.map((kind) => {
      const { label, when, standing } = KINDS[kind];
      return { kind, label, when, standing, isOn: switches.get(kind) ?? standing !== "off" };
    }),
    switched: switched && KINDS[switched].label,
  };
});

export const action = forPartner(async (context, { request }) => {
  const form = await request.formData();
  const [kind, to] = [form.get("kind"), form.get("to")];
  if (typeof kind !== "string" || (to !== "on" && to !== "off")) throw formUnusable();
  await switchKind(context, kind, to === "on");
  return redirect(`${PAGE}?switched=${kind}`, 303);
});

type Row = Awaited<ReturnType<typeof loader>>["kinds"][number];

const COLUMNS: Column<Row>[] = [
  {
    key: "kind",
    header: "E-mail",
    priority: "title",
    cell: ({ kind, label, when }) => (
      <span className="grid gap-0.5">
        <TextLink href={`${PAGE}/preview/${kind}`}>{label}</TextLink>
        <span className="text-xs text-muted-foreground">{when}</span>
      </span>
    ),
  },
  {
    key: "switch",
    header: "On",
    align: "end",
    cell: ({ kind, label, standing, isOn }) =>
      standing === "always" ? (
        <span className="text-xs text-muted-foreground">Always on</span>
      ) : (
        <Form method="post" className="inline-block">
          <input type="hidden" name="kind" value={kind} />
          <SwitchButton label={`Send: ${label}`} checked={isOn} name="to" value={isOn ? "off" : "on"} />
        </Form>
      ),
  },
];

export default function EmailsPage() {
  const { kinds, switched } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="E-mails"
        description="What your customers get, in your name and your colour. Each thing is told once."
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "E-mails" }]}
      />
      <EmailTabs current="kinds" />
      {switched && (
        <Notice tone="success" title={`${switched}: saved`} text="It holds for what happens from now on." />
      )}
      <Card
        flush
        footer="Receipts, refunds, invitations and sign-in codes cannot be switched off. Alerts about low credits can be switched off for one customer on the customer's page."
      >
        <DataTable
          caption="E-mails to customers"
          captionHidden
          columns={COLUMNS}
          rows={kinds}
          rowKey={({ kind }) => kind}
        />
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;

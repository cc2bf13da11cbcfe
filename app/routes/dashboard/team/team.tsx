import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { listMembers } from "../../../../db/members.server";
import { forPermitted, invalid } from "../../../http/handlers.server";
import { inviteMember } from "../../../partners/invite-member.server";
import { type InvitationFormValues, readInvitation } from "../../../partners/member-form";
import { type MemberRow, memberRow, ROLE_LABEL } from "../../../partners/member-rows";
import { teamNews } from "../../../partners/team-news";
import { Badge } from "../../../ui/Badge";
import { Card } from "../../../ui/Card";
import { type Column, DataTable } from "../../../ui/DataTable";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { TextLink } from "../../../ui/TextLink";
import { Timestamp } from "../../../ui/Timestamp";
import { InvitationForm } from "./InvitationForm";

const PAGE = "/settings/team";
const UNTYPED: InvitationFormValues = { email: "", name: "", role: "member" };

export const meta = () => [{ title: "Team · Topup" }];

export const loader = forPermitted("manage_team", async ({ db, partner, member, now }, { request }) => {
  const members = await listMembers(db, partner.id);
  return {
    members: members.map((one) => memberRow(one, member.id, now())),
    news: teamNews(new URL(request.url).searchParams),
  };
});

export const action = forPermitted("manage_team", async (context, { request }) => {
  const form = await request.formData();
  const typed = (name: string) => String(form.get(name) ?? "");
  const values = { email: typed("email"), name: typed("name"), role: typed("role") };
  const read = readInvitation(values);
  if ("errors" in read) return invalid({ values, errors: read.errors });
  if (!(await inviteMember(context, read.invitation)))
    return invalid({ values, errors: { email: "Somebody with this address is on the team already" } });
  return redirect(`${PAGE}?invited`, 303);
});

const COLUMNS: Column<MemberRow>[] = [
  {
    key: "name",
    header: "Name",
    priority: "title",
    cell: ({ id, name, isSelf }) => (
      <>
        <TextLink href={`${PAGE}/${id}`}>{name}</TextLink>
        {isSelf && " (you)"}
      </>
    ),
  },
  { key: "email", header: "E-mail", cell: ({ email }) => <span className="break-all">{email}</span> },
  {
    key: "role",
    header: "Role",
    priority: "figure",
    cell: ({ role }) => <Badge tone={role === "owner" ? "success" : "neutral"}>{ROLE_LABEL[role]}</Badge>,
  },
  {
    key: "status",
    header: "Status",
    cell: ({ invited, since }) =>
      invited ? (
        <span className="inline-flex flex-wrap items-center gap-2">
          <Badge tone="warning">Invited</Badge> <Timestamp {...invited} />
        </span>
      ) : (
        <>
          Joined <Timestamp {...since} />
        </>
      ),
  },
];

export default function Team() {
  const { members, news } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isSending = useNavigation().state === "submitting";
  return (
    <>
      <PageHeader
        title="Team"
        description="Who works with you here. Choose a name to change a role, send an invitation again or remove somebody."
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Team" }]}
      />
      {news && !refused && <Notice tone="success" title={news} />}
      <Card flush>
        <DataTable caption="Team" captionHidden columns={COLUMNS} rows={members} rowKey={({ id }) => id} />
      </Card>
      <Card title="Invite somebody" id="invite">
        <InvitationForm
          key={members.length}
          values={refused?.values ?? UNTYPED}
          errors={refused?.errors ?? {}}
          isSending={isSending}
        />
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;

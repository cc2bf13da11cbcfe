import { redirect } from "@remix-run/cloudflare";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { forPermitted } from "../../../http/handlers.server";
import { changeRole, findMemberOrRefuse, removeMember } from "../../../partners/change-member.server";
import { resendInvitation } from "../../../partners/invite-member.server";
import { isRole } from "../../../partners/member-form";
import { memberRow } from "../../../partners/member-rows";
import { teamNews } from "../../../partners/team-news";
import { formUnusable } from "../../../refusals";
import { Badge } from "../../../ui/Badge";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { RadioCards } from "../../../ui/RadioCards";
import { SubmitButton } from "../../../ui/SubmitButton";
import { Timestamp } from "../../../ui/Timestamp";
import { ROLES } from "./InvitationForm";

const TEAM = "/settings/team";

export const meta = () => [{ title: "Team · Topup" }];

export const loader = forPermitted("manage_team", async (context, { params, request }) => {
  const found = await findMemberOrRefuse(context, params.memberId);
  return {
    ...memberRow(found, context.member.id, context.now()),
    invitedAt: found.invitedAt,
    news: teamNews(new URL(request.url).searchParams),
  };
});

export const action = forPermitted("manage_team", async (context, { params, request }) => {
  const { id } = await findMemberOrRefuse(context, params.memberId);
  const form = await request.formData();
  const [intent, role] = [form.get("intent"), form.get("role")];
  if (intent === "role" && isRole(role)) {
    await changeRole(context, id, role);
    // Whoever takes the role from themselves may not see this page any more.
    return redirect(id === context.member.id && role !== "owner" ? "/settings" : `${TEAM}/${id}?saved`, 303);
  }
  if (intent === "resend") {
    await resendInvitation(context, id, Number(form.get("invitedAt")));
    return redirect(`${TEAM}/${id}?sent`, 303);
  }
  if (intent !== "remove") throw formUnusable();
  await removeMember(context, id);
  return redirect(`${TEAM}?removed`, 303);
});

type ShownMember = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TeamMember() {
  const member = useLoaderData<typeof loader>();
  const { name, email, role, invited, news } = member;
  const isSaving = useNavigation().state !== "idle";
  return (
    <>
      <PageHeader
        title={name}
        description={name === email ? undefined : email}
        badge={invited && <Badge tone="warning">Invited</Badge>}
        breadcrumbs={[
          { label: "Settings", href: "/settings" },
          { label: "Team", href: TEAM },
          { label: name },
        ]}
      />
      {news && <Notice tone="success" title={news} />}
      {invited && <InvitationCard {...member} />}
      <Card title="Role">
        <Form method="post" className="grid max-w-xl gap-5">
          <RadioCards legend="What they may do" name="role" options={ROLES} defaultValue={role} />
          <div>
            <SubmitButton name="intent" value="role" pending={isSaving && "Saving…"}>
              Save changes
            </SubmitButton>
          </div>
        </Form>
      </Card>
      {!invited && <RemovalCard {...member} />}
    </>
  );
}

function InvitationCard({ email, invited, invitedAt }: ShownMember) {
  return (
    <Card
      title="They have not come yet"
      description={
        <>
          The invitation went to {email} {invited && <Timestamp {...invited} />}. It holds until it is
          revoked.
        </>
      }
    >
      <div className="flex flex-wrap gap-3">
        <Form method="post">
          <input type="hidden" name="invitedAt" value={invitedAt ?? ""} />
          <SubmitButton name="intent" value="resend">
            Send again
          </SubmitButton>
        </Form>
        <Form method="post">
          <SubmitButton name="intent" value="remove" variant="danger">
            Revoke invitation
          </SubmitButton>
        </Form>
      </div>
    </Card>
  );
}

function RemovalCard({ name, isSelf }: ShownMember) {
  return (
    <Card
      title={isSelf ? "Leave the team" : `Remove ${name}`}
      description={
        isSelf
          ? "You are signed out everywhere at once. What you did stays in the audit log."
          : "They are signed out everywhere at once. What they did stays in the audit log, and they can be invited again."
      }
    >
      <div className="flex flex-wrap gap-3">
        <Form method="post">
          <SubmitButton name="intent" value="remove" variant="danger">
            {isSelf ? "Leave" : "Remove"}
          </SubmitButton>
        </Form>
        <ButtonLink href={TEAM} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Card>
  );
}

export const ErrorBoundary = PageErrorBoundary;

import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redeemCode } from "../auth/sign-in.server";
import { beginSession } from "../http/begin-session.server";
import { challengeIdOf } from "../http/cookies.server";
import { forSignIn, invalid } from "../http/handlers.server";
import { safePath } from "../http/safe-path";
import { realmOf } from "../http/sign-in-site";
import { SignInCard } from "../ui/SignInCard";
import { SiteBrand } from "../ui/SiteBrand";
import { SubmitButton } from "../ui/SubmitButton";
import { TextField } from "../ui/TextField";
import { TextLink } from "../ui/TextLink";
import { titled } from "../ui/titled";
import { useTexts } from "../ui/wording";

export const meta = titled(({ signIn }) => signIn.codeTitle);

export const loader = forSignIn(async ({ settings }, { request }) => {
  if (!(await challengeIdOf(settings, request))) throw redirect("/sign-in");
  return { next: safePath(new URL(request.url).searchParams.get("next")) };
});

export const action = forSignIn(async ({ visit, ...context }, { request }) => {
  const form = await request.formData();
  const challengeId = await challengeIdOf(context.settings, request);
  const email = await redeemCode(context, realmOf(visit), challengeId, String(form.get("code") ?? ""));
  const next = safePath(String(form.get("next") ?? "/"));
  const signedIn = email && (await beginSession(context, visit, { email, next, request }));
  return signedIn || invalid({ isWrong: true, next });
});

export default function SignInCode() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { signIn } = useTexts();
  return (
    <SignInCard
      brand={<SiteBrand />}
      title={signIn.codeTitle}
      text={signIn.codeText}
      footer={<TextLink href="/sign-in">{signIn.otherAddress}</TextLink>}
    >
      <form method="post" action="/sign-in/code" className="grid gap-4" noValidate>
        <input type="hidden" name="next" value={refused?.next ?? next} />
        <TextField
          label={signIn.code}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={12}
          error={refused?.isWrong ? signIn.codeWrong : undefined}
        />
        <SubmitButton wide>{signIn.title}</SubmitButton>
      </form>
    </SignInCard>
  );
}

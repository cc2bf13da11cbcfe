import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redeemCode } from "../auth/sign-in.server";
import { beginSession } from "../http/begin-session.server";
import { challengeIdOf } from "../http/cookies.server";
import { forSignIn, invalid } from "../http/handlers.server";
import { safePath } from "../http/safe-path";
import { signInPath } from "../http/sign-in-path";
import { realmOf } from "../http/sign-in-site";
import { SignInCard } from "../ui/SignInCard";
import { SiteBrand } from "../ui/SiteBrand";
import { SiteErrorBoundary, siteErrorHeaders } from "../ui/SiteErrorBoundary";
import { SubmitButton } from "../ui/SubmitButton";
import { TextField } from "../ui/TextField";
import { TextLink } from "../ui/TextLink";
import { titled } from "../ui/titled";
import { useTexts } from "../ui/wording";

export const meta = titled(({ signIn }) => signIn.codeTitle);

export const loader = forSignIn(async ({ settings }, { request }) => {
  const next = safePath(new URL(request.url).searchParams.get("next"));
  if (!(await challengeIdOf(settings, request))) throw redirect(signInPath(next));
  return { next };
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
  const asked = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { signIn } = useTexts();
  const { next } = refused ?? asked;
  return (
    <SignInCard
      brand={<SiteBrand />}
      title={signIn.codeTitle}
      text={signIn.codeText}
      footer={<TextLink href={signInPath(next)}>{signIn.otherAddress}</TextLink>}
    >
      <form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="next" value={next} />
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

export const headers = siteErrorHeaders;
export const ErrorBoundary = SiteErrorBoundary;

import { PasswordField } from "@/components/form/password-field";

/** The password with which users confirm a change of their second factor. */
export function OwnPasswordField({ error }: { error: string | undefined }) {
  return <PasswordField label="Your password" name="password" error={error} autoComplete="current-password" required />;
}

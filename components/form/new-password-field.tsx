import { PasswordField } from "./password-field";

interface NewPasswordFieldProps {
  label: string;
  name: string;
  error: string | undefined;
  autoFocus?: boolean;
}

/** An input for a password that the user chooses. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  return <PasswordField {...props} hint="At least 8 characters." autoComplete="new-password" minLength={8} required />;
}

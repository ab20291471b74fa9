import { TextField } from '../../ui/field.tsx';
import { FIELD_WORDS as WORDS } from '../../words/accounts.ts';

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

export const NO_ACCOUNT: NewAccount = { login: '', name: '', password: '' };

/** What a new account needs. */
export function AccountFields({
  account,
  onChange,
}: {
  readonly account: NewAccount;
  readonly onChange: (account: NewAccount) => void;
}) {
  return (
    <>
      <TextField
        label={WORDS.name}
        help={WORDS.nameHelp}
        value={account.name}
        autoComplete="name"
        onChange={(name) => onChange({ ...account, name })}
      />
      <TextField
        label={WORDS.login}
        value={account.login}
        autoComplete="username"
        onChange={(login) => onChange({ ...account, login })}
      />
      <TextField
        label={WORDS.newPassword}
        help={WORDS.passwordHelp}
        type="password"
        value={account.password}
        autoComplete="new-password"
        onChange={(password) => onChange({ ...account, password })}
      />
    </>
  );
}

export function isFilled({ login, name, password }: NewAccount): boolean {
  return login.trim() !== '' && name.trim() !== '' && password !== '';
}

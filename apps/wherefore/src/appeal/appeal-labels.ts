import { type OperatorOrder } from '#libs/store';

/**
 * Confirmed mistakes as labels that `wherefore fit` and `wherefore evaluate` read, as people, whom mistakes are mostly about: look them
 * through. Only keys of addresses can be labelled.
 */
export function appealLabels(appeals: readonly OperatorOrder[]): string {
  const rows = appeals
    .filter(({ keyType }) => keyType === 'address' || keyType === 'address_user_agent')
    .map(({ key }) => `${quoted(key)},human,appealed`);
  return `${['visitor,label,class', ...new Set(rows)].join('\n')}\n`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

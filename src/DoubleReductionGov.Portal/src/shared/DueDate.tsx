import type { Day } from './dates';

/** An extended task shows its first due date struck out before the one in force. */
export function DueDate({ due, originalDue }: { due: Day; originalDue?: Day | null }) {
  if (!originalDue || originalDue === due) return <time dateTime={due}>{due}</time>;
  return (
    <>
      <del style={{ color: 'rgba(0,0,0,.6)' }}>{originalDue}</del> <time dateTime={due}>{due}</time>
    </>
  );
}

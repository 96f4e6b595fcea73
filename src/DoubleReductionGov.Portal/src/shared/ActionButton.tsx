import { Button, type ButtonProps, Tooltip } from 'antd';

interface Props extends ButtonProps {
  /** Without the right the button is not there at all. */
  allowed: boolean;
  /** With the right but not now: the button is disabled and says why. */
  hindrance?: string | null;
}

export function ActionButton({ allowed, hindrance = null, ...button }: Props) {
  if (!allowed) return null;
  // aria-disabled, not disabled: the reason must be reachable with the keyboard.
  const hindered = hindrance !== null && {
    'aria-disabled': true,
    className: 'action-hindered',
    onClick: (event: React.MouseEvent) => event.preventDefault(),
  };
  return (
    <Tooltip title={hindrance}>
      <Button {...button} {...hindered} />
    </Tooltip>
  );
}

import { configurationOf, environmentLines } from '../control/configuration.ts';
import type { Control } from '../control/control.ts';

/** What is printed once the ports are open: as text for people, or as one JSON object. */
export function announce(control: Control, room: string, json: boolean): string {
  const urls = control.baseUrls();
  const endpoints = control.endpoints();
  const configuration = configurationOf(control.accounts(), urls);
  const environment = environmentLines(configuration);
  if (json) return `${JSON.stringify({ room, urls, endpoints, configuration, environment })}\n`;
  const registered = [
    endpoints.doku
      ? `DOKU     ${endpoints.doku.tokenUrl}, ${endpoints.doku.notificationUrl}`
      : 'DOKU     no endpoints registered: --merchant, or the setup page',
    endpoints.faspay
      ? `Faspay   ${endpoints.faspay.notificationUrl}`
      : 'Faspay   no endpoints registered: --merchant, or the setup page',
    'DANA     takes its notification URL with every order',
  ];
  return `
  Control room  ${room}

  DANA          ${urls.dana}
  DOKU          ${urls.doku}
  Faspay        ${urls.faspay}

Notifications go to
  ${registered.join('\n  ')}

Throwaway credentials for a .env file; ${room}/accounts has them in the words of the official libraries too:

${environment.join('\n')}

Stop with Ctrl-C.
`;
}

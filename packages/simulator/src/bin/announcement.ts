import { configurationOf, environmentLines } from '../control/configuration.ts';
import type { Control } from '../control/control.ts';

/** What is printed once the ports are open: as text for people, or as one JSON object. */
export function announce(control: Control, room: string, json: boolean): string {
  const urls = control.baseUrls();
  const endpoints = control.endpoints();
  const configuration = configurationOf(control.accounts(), urls);
  const environment = environmentLines(configuration);
  if (json) return `${JSON.stringify({ room, urls, endpoints, configuration, environment })}\n`;
  const { doku, faspay } = endpoints;
  const registered = [
    registeredLine('DOKU', [doku?.tokenUrl, doku?.notificationUrl]),
    registeredLine('Faspay', [faspay?.notificationUrl, faspay?.returnUrl]),
    'DANA     takes its notification URL with every order',
  ];
  return `
  Control room  ${room}

  DANA          ${urls.dana}
  DOKU          ${urls.doku}
  Faspay        ${urls.faspay}

What is called at the merchant
  ${registered.join('\n  ')}

Throwaway credentials for a .env file, and each adapter's baseUrl. ${room}/accounts has them in the words of the official libraries too:

${environment.join('\n')}

Stop with Ctrl-C.
`;
}

function registeredLine(acquirer: string, urls: readonly (string | undefined)[]): string {
  const known = urls.filter((url) => url !== undefined).join(', ');
  return `${acquirer.padEnd(8)} ${known || 'no endpoints registered: --merchant, or the setup page'}`;
}

// @ts-check
/**
 * Loaded by Node before a program (`node --import`), for those of its libraries that ask no proxy: TLS connections to Kakao's names go to
 * the simulator. Plain JavaScript that imports nothing of ours, because it runs in whatever Node the program has.
 */
import { syncBuiltinESMExports } from 'node:module';
import tls from 'node:tls';

/** @typedef {{ port: number, hosts: string[], ca: string }} Lead where the simulator is, for which names, and its authority as PEM */
/** @typedef {tls.ConnectionOptions & { host?: string, port?: number }} Options */

const said = process.env.KAKAO_SYNC_HOOK;
if (said) lead(JSON.parse(said));

/** @param {Lead} lead */
function lead({ port, hosts, ca }) {
  const { connect } = tls;
  tls.connect = /** @type {typeof connect} */ (
    /** @param {unknown[]} given */ (...given) => {
      const options = optionsOf(given);
      const listener = given.find((each) => typeof each === 'function');
      const name = options.servername || options.host;
      if (options.path || !name || !hosts.includes(name)) return Reflect.apply(connect, tls, given);
      const trusting = { ...options, servername: name, ...trust(options, ca) };
      // With a socket it is a tunnel already, and whoever dug it knows where it leads.
      const led = options.socket || Number(options.port) !== 443 ? trusting : { ...trusting, host: '127.0.0.1', port };
      return Reflect.apply(connect, tls, listener ? [led, listener] : [led]);
    }
  );
  syncBuiltinESMExports();
}

/**
 * The ways to call it: `(options)`, `(port, options)`, `(port, host, options)`, each with a listener behind.
 *
 * @param {unknown[]} given
 * @returns {Options}
 */
function optionsOf(given) {
  const [first, second] = given;
  const options = /** @type {Options} */ (given.find((each) => typeof each === 'object' && each !== null) ?? {});
  if (typeof first === 'object') return options;
  const port = Number(first);
  return typeof second === 'string' ? { port, host: second, ...options } : { port, ...options };
}

/**
 * What is led here is vouched for by our authority alone, whomever else Node or the program trusts.
 *
 * @param {Options} options
 * @param {string} ca
 * @returns {Options}
 */
function trust(options, ca) {
  if (options.secureContext) {
    options.secureContext.context.addCACert(ca);
  }
  return { ca: [...[options.ca ?? []].flat(), ca] };
}

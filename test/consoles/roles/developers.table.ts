/**
 * 카카오 디벨로퍼스: every route, and what each person gets there, who has this role in the app.
 * Read by roles.test.ts: a route without a row fails it, and so does a row without a route.
 *
 * A status is what the person gets; `login` is the way to the sign-in, `-` where there is nothing to ask. `…` is `/developers/apps/:id`. A POST is the form
 * as an owner's page draws it: 422 where it lacks what has to be typed. `foreign` owns another app. `none`: an owner asks for an app that there is
 * not; `mixed`: for a part of another app under one of their own (a GET that only leads to the app's page does so, whatever it names).
 */
export const DEVELOPERS = `
                                                  nobody   stranger foreign  member   editor   owner    none     mixed
GET  /developers/icons/:id                        200      200      200      -        -        200      -        -
GET  /developers                                  200      200      200      -        -        200      -        -
GET  /developers/apps/new                         login    200      200      -        -        200      -        -
POST /developers/apps/new                         login    422      422      -        -        422      -        -
GET  …                                            200      200      200      200      200      200      404      -
GET  …/business                                   login    404      404      403      403      200      404      -
POST …/business                                   login    404      404      403      403      422      404      -
GET  …/basic                                      login    404      404      403      303      303      404      -
POST …/basic                                      login    404      404      403      303      303      404      -
GET  …/keys                                       login    404      404      403      303      303      404      -
POST …/keys                                       login    404      404      403      422      422      404      -
GET  …/keys/:key/replacement                      login    404      404      403      200      200      404      404
POST …/keys/:key/replacement                      login    404      404      403      303      303      404      404
GET  …/keys/:key/removal                          login    404      404      403      200      200      404      404
POST …/keys/:key/removal                          login    404      404      403      303      303      404      404
GET  …/secrets/:key                               login    404      404      403      303      303      404      303
POST …/secrets/:key                               login    404      404      403      303      303      404      404
GET  …/secrets/:key/replacement                   login    404      404      403      200      200      404      404
POST …/secrets/:key/replacement                   login    404      404      403      303      303      404      404
GET  …/members                                    login    404      404      403      403      303      404      -
POST …/members                                    login    404      404      403      403      422      404      -
GET  …/members/:member                            login    404      404      403      403      303      404      303
POST …/members/:member                            login    404      404      403      403      422      404      422
GET  …/members/:member/removal                    login    404      404      403      403      200      404      404
POST …/members/:member/removal                    login    404      404      403      403      303      404      404
GET  …/login                                      login    404      404      403      303      303      404      -
POST …/login                                      login    404      404      403      303      303      404      -
GET  …/openid-connect                             login    404      404      403      303      303      404      -
POST …/openid-connect                             login    404      404      403      303      303      404      -
GET  …/auto-link                                  login    404      404      403      303      303      404      -
POST …/auto-link                                  login    404      404      403      303      303      404      -
GET  …/key-lists/redirectUris/:key/removal        login    404      404      403      303      303      404      303
POST …/key-lists/redirectUris/:key/removal        login    404      404      403      303      303      404      404
GET  …/key-lists/redirectUris/:key                login    404      404      403      303      303      404      303
POST …/key-lists/redirectUris/:key                login    404      404      403      422      422      404      404
GET  …/key-lists/logoutRedirectUris/:key/removal  login    404      404      403      303      303      404      303
POST …/key-lists/logoutRedirectUris/:key/removal  login    404      404      403      303      303      404      404
GET  …/key-lists/logoutRedirectUris/:key          login    404      404      403      303      303      404      303
POST …/key-lists/logoutRedirectUris/:key          login    404      404      403      422      422      404      404
GET  …/items                                      login    404      404      403      303      303      404      -
POST …/items                                      login    404      404      403      303      303      404      -
GET  …/simple-signup                              login    404      404      403      303      303      404      -
POST …/simple-signup                              login    404      404      403      422      422      404      -
GET  …/lists/userProperties/removal               login    404      404      403      303      303      404      -
POST …/lists/userProperties/removal               login    404      404      403      303      303      404      -
GET  …/lists/userProperties                       login    404      404      403      303      303      404      -
POST …/lists/userProperties                       login    404      404      403      422      422      404      -
GET  …/channel                                    login    404      404      403      303      303      404      -
POST …/channel                                    login    404      404      403      303      303      404      -
GET  …/callbacks/unlink                           login    404      404      403      303      303      404      -
POST …/callbacks/unlink                           login    404      404      403      422      422      404      -
GET  …/callbacks/account                          login    404      404      403      303      303      404      -
POST …/callbacks/account                          login    404      404      403      303      303      404      -
GET  …/callbacks/channel                          login    404      404      403      303      303      404      -
POST …/callbacks/channel                          login    404      404      403      303      303      404      -
GET  …/callbacks/sync                             login    404      404      403      303      303      404      -
POST …/callbacks/sync                             login    404      404      403      303      303      404      -
GET  …/callbacks/test                             login    404      404      403      303      303      404      -
POST …/callbacks/test                             login    404      404      403      422      422      404      -
GET  …/key-lists/domains/:key/removal             login    404      404      403      303      303      404      303
POST …/key-lists/domains/:key/removal             login    404      404      403      303      303      404      404
GET  …/key-lists/domains/:key                     login    404      404      403      303      303      404      303
POST …/key-lists/domains/:key                     login    404      404      403      422      422      404      404
GET  …/key-lists/androidKeyHashes/:key/removal    login    404      404      403      303      303      404      303
POST …/key-lists/androidKeyHashes/:key/removal    login    404      404      403      303      303      404      404
GET  …/key-lists/androidKeyHashes/:key            login    404      404      403      303      303      404      303
POST …/key-lists/androidKeyHashes/:key            login    404      404      403      422      422      404      404
GET  …/key-lists/iosBundleIds/:key/removal        login    404      404      403      303      303      404      303
POST …/key-lists/iosBundleIds/:key/removal        login    404      404      403      303      303      404      404
GET  …/key-lists/iosBundleIds/:key                login    404      404      403      303      303      404      303
POST …/key-lists/iosBundleIds/:key                login    404      404      403      422      422      404      404
GET  …/lists/allowedIps/removal                   login    404      404      403      303      303      404      -
POST …/lists/allowedIps/removal                   login    404      404      403      303      303      404      -
GET  …/lists/allowedIps                           login    404      404      403      303      303      404      -
POST …/lists/allowedIps                           login    404      404      403      422      422      404      -
GET  …/admin-keys                                 login    404      404      403      403      303      404      -
POST …/admin-keys                                 login    404      404      403      403      303      404      -
GET  …/admin-keys/:key/apis                       login    404      404      403      403      303      404      303
POST …/admin-keys/:key/apis                       login    404      404      403      403      303      404      404
GET  …/admin-keys/:key/replacement                login    404      404      403      403      200      404      404
POST …/admin-keys/:key/replacement                login    404      404      403      403      303      404      404
GET  …/admin-keys/:key/removal                    login    404      404      403      403      200      404      404
POST …/admin-keys/:key/removal                    login    404      404      403      403      422      404      404
GET  …/switches                                   login    404      404      403      303      303      404      -
POST …/switches                                   login    404      404      403      422      422      404      -
`;

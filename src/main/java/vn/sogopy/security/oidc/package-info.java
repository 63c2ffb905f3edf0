/** Sign-on by an OpenID Connect provider, beside the API keys: docs/adr/0014. */
package vn.sogopy.security.oidc;

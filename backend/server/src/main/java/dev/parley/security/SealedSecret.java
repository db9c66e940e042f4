package dev.parley.security;

/**
 * A secret under envelope encryption: a data key of its own, wrapped by a master key.
 *
 * @param keyId the master key that wrapped the data key
 * @param wrappedKey nonce and ciphertext of the data key
 * @param sealed nonce and ciphertext of the secret
 */
public record SealedSecret(String keyId, byte[] wrappedKey, byte[] sealed) {}

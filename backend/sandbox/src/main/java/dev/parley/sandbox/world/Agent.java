package dev.parley.sandbox.world;

/** A voice agent at ElevenLabs. */
public record Agent(String id, String name, String language) {}

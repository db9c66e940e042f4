package dev.parley.sandbox.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tool the agent used.
 *
 * @param type system or webhook
 */
public record ToolCall(String name, String type, ObjectNode params, ObjectNode result) {}

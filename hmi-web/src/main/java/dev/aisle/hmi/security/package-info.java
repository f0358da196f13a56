/**
 * Who may do what: people, their roles and passwords, their sessions, and the rules that every
 * request is held against. Nothing is allowed that is not granted here.
 */
@NullMarked
package dev.aisle.hmi.security;

import org.jspecify.annotations.NullMarked;

/** The fleet and its work in the words of the screens. */
@NullMarked
package dev.aisle.agv.control.view;

import org.jspecify.annotations.NullMarked;

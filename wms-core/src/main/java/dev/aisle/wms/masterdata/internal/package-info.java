/** How files are read and what is wrong with them kept. */
@NullMarked
package dev.aisle.wms.masterdata.internal;

import org.jspecify.annotations.NullMarked;

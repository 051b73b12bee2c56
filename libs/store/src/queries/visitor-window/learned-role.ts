/** What was learned up to the last quarter of a day before the window's end. */
const lastLearned = `SELECT * FROM path_roles FINAL
        WHERE learned_at = toStartOfInterval({to: DateTime64(3, 'UTC')}, INTERVAL 6 HOUR) AND place != '' ORDER BY site, place`;

/**
 * Places and what they turned out to be for, with how many of them stand for the members of a folder: columns behind a `WITH`.
 * Parameter: `to` (DateTime64(3), UTC).
 */
export const learnedPlaces = `
    (SELECT arrayConcat([''], groupArray(concat(site, ' ', place))) FROM (${lastLearned})) AS learnedPlaces,
    (SELECT arrayConcat([''], groupArray(toString(role))) FROM (${lastLearned})) AS learnedRoles,
    arrayCount(learned -> endsWith(learned, '/*'), learnedPlaces) AS learnedFolders`;

/** What a request is for, behind `learnedPlaces`: as was learned, else as its name says. Costs nothing while nothing was learned. */
export const learnedRole = `if(length(learnedPlaces) = 1, url_path_role, toLowCardinality(
          transform(concat(toString(server_address), ' ', url_path_template), learnedPlaces, learnedRoles,
            if(learnedFolders = 0, toString(url_path_role),
              transform(concat(toString(server_address), ' ', replaceRegexpOne(url_path_template, '/[^/{}]+/?$', '/*')),
                learnedPlaces, learnedRoles, toString(url_path_role))))))`;

/** Name of what counting takes from learning: `{learned}`, another one wherever that could differ. Parameter: `to`. */
export const learnedName = `
  SELECT toString(cityHash64(groupArray((site, place, toString(role))), toStartOfInterval({to: DateTime64(3, 'UTC')}, INTERVAL 6 HOUR))) AS learned
  FROM (${lastLearned})`;
